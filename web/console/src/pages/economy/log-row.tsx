import { IconChevronRight } from '@tabler/icons-react';
import { formatInstant } from '@tuodi/web-client';
import type { LogEntry } from '@tuodi/web-client';
import clsx from 'clsx';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { Hash } from '../../ui/hash.tsx';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import { addressOf } from '../orders/filters.ts';
import css from './economy.module.css';

/** One record; opened, it shows the event as it is hashed and leads to its cause. */
export function LogRow({ entry }: { entry: LogEntry }) {
  const { t, word } = useSpoken();
  const calendar = useCalendar();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { seq } = entry;
  return (
    <>
      <tr>
        <th scope="row">
          <button
            type="button"
            className={css['opener']}
            aria-expanded={open}
            aria-controls={id}
            aria-label={open ? t('economy.log.close', { seq }) : t('economy.log.open', { seq })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight
              size={14}
              className={clsx(css['chevron'], open && css['turned'])}
              aria-hidden="true"
            />
            {seq}
          </button>
        </th>
        <td>
          <time>{formatInstant(entry.at, calendar)}</time>
        </td>
        <td>{word('event', entry.type)}</td>
        <td>
          <Source entry={entry} />
        </td>
        <td>
          <Hash hash={entry.hash} />
        </td>
      </tr>
      <tr id={id} hidden={!open}>
        <td colSpan={5} className={css['record']}>
          <p>{t('economy.log.event')}</p>
          <pre>{JSON.stringify(entry.event, null, 2)}</pre>
          <p>
            {t('economy.log.hash')} <code>{entry.hash}</code>
          </p>
        </td>
      </tr>
    </>
  );
}

function Source({ entry }: { entry: LogEntry }) {
  const { word } = useSpoken();
  const { type, id } = entry.source;
  const name = word('source', type);
  if (type === 'order_paid' || type === 'order_settled') {
    return (
      <Link href={addressOf({}, id)}>
        {name} <code>{id.slice(0, 8)}</code>
      </Link>
    );
  }
  return (
    <>
      {name} <code className={css['sourceId']}>{id.length > 24 ? `${id.slice(0, 8)}…` : id}</code>
    </>
  );
}
