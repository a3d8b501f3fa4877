import { Button, Skeleton } from '@mantine/core';
import type { LogEntry } from '@tuodi/web-client';
import clsx from 'clsx';
import { problemOf, useLog } from '../../queries.ts';
import { useSpoken } from '../../ui/language.tsx';
import { Hash } from '../../ui/hash.tsx';
import { Section } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import css from './economy.module.css';
import { LogRow } from './log-row.tsx';

/** The hash-chained log, newest first; older records by cursor. */
export function Log({ seq, head }: { seq: string; head: string }) {
  const { t } = useSpoken();
  const log = useLog();
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t('economy.log')}
      note={t('economy.log.note')}
      side={
        <span className={css['chain']}>
          {t('economy.log.head', { seq })} <Hash hash={head} />
        </span>
      }
    >
      {log.error !== null && entries.length === 0 && (
        <Failed problem={problemOf(log.error)} again={() => void log.refetch()} />
      )}
      {log.isPending && <Skeleton height={240} />}
      {log.isSuccess && entries.length === 0 && <p>{t('economy.log.none')}</p>}
      {entries.length > 0 && <Entries entries={entries} />}
      {log.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('orders.page.older')}
        </Button>
      )}
    </Section>
  );
}

function Entries({ entries }: { entries: readonly LogEntry[] }) {
  const { t } = useSpoken();
  return (
    <table className={clsx(css['table'], css['log'])} aria-label={t('economy.log.table')}>
      <thead>
        <tr>
          <th scope="col">{t('economy.log.seq')}</th>
          <th scope="col">{t('economy.log.at')}</th>
          <th scope="col">{t('economy.log.type')}</th>
          <th scope="col">{t('economy.log.source')}</th>
          <th scope="col">{t('economy.log.hash')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <LogRow key={entry.seq} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}
