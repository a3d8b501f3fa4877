import { IconChevronRight } from '@tabler/icons-react';
import type { Overview } from '@tuodi/web-client';
import clsx from 'clsx';
import { Link } from 'wouter';
import { useSpoken } from '../../ui/language.tsx';
import { Section } from '../../ui/page.tsx';
import css from './overview.module.css';

/** What waits for somebody. Each line opens the orders it counts, where the list can show them. */
export function ToDo({ data }: { data: Overview }) {
  const { t } = useSpoken();
  return (
    <Section title={t('overview.todo')}>
      <ul className={css['todo']}>
        <Row
          count={data.toShip}
          name={t('overview.todo.toShip')}
          hint={t('overview.todo.toShip.hint')}
          href="/orders?state=paid"
        />
        <Row
          count={data.refundsPending}
          name={t('overview.todo.refunds')}
          hint={t('overview.todo.refunds.hint')}
        />
        <Row
          count={data.inReturnWindow}
          name={t('overview.todo.window')}
          hint={t('overview.todo.window.hint')}
          href="/orders?state=return_window"
        />
        <Row
          count={data.awaitingPayment}
          name={t('overview.todo.awaiting')}
          hint={t('overview.todo.awaiting.hint')}
          href="/orders?state=awaiting_payment"
        />
      </ul>
    </Section>
  );
}

interface RowProps {
  readonly count: number;
  readonly name: string;
  readonly hint: string;
  readonly href?: string;
}

function Row({ count, name, hint, href }: RowProps) {
  const inside = (
    <>
      <span className={clsx(css['count'], count === 0 && css['zero'])}>{count}</span>
      <span className={css['what']}>
        {name}
        <small>{hint}</small>
      </span>
      {href !== undefined && <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />}
    </>
  );
  return (
    <li>
      {href === undefined ? (
        <div className={css['row']}>{inside}</div>
      ) : (
        <Link href={href} className={css['row']}>
          {inside}
        </Link>
      )}
    </li>
  );
}
