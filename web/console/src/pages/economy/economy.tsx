import { Skeleton } from '@mantine/core';
import { formatInstant } from '@tuodi/web-client';
import type { EconomyBoard } from '@tuodi/web-client';
import { problemOf, useBoard } from '../../queries.ts';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import { Page } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { BooksNow } from './books-now.tsx';
import { CurveSection } from './curve-section.tsx';
import { Days } from './days.tsx';
import css from './economy.module.css';
import { Equation } from './equation.tsx';
import { Holders } from './holders.tsx';
import { Log } from './log.tsx';
import { Policy } from './policy.tsx';

/** The state of the mall's economy, its rules, its days, and the log they all come from. */
export function Economy() {
  const { t } = useSpoken();
  const calendar = useCalendar();
  const board = useBoard();
  const { data } = board;
  const note =
    data === undefined
      ? undefined
      : t('app.businessTime', { time: formatInstant(data.now, calendar) });
  return (
    <Page title={t('economy.title')} note={note}>
      {data === undefined ? (
        board.error === null ? (
          <Waiting />
        ) : (
          <Failed problem={problemOf(board.error)} again={() => void board.refetch()} />
        )
      ) : (
        <Board board={data} />
      )}
    </Page>
  );
}

function Board({ board }: { board: EconomyBoard }) {
  return (
    <div className={css['board']}>
      <Equation board={board} />
      <CurveSection board={board} />
      <div className={css['halves']}>
        <BooksNow board={board} />
        <Policy policy={board.policy} />
      </div>
      <Holders top={board.top} />
      <Days days={board.days} />
      <Log seq={board.logSeq} head={board.logHead} />
    </div>
  );
}

function Waiting() {
  const { t } = useSpoken();
  return (
    <div role="status" aria-label={t('state.loading')} className={css['board']}>
      <Skeleton height={72} width="70%" />
      <Skeleton height={380} />
      <Skeleton height={320} />
    </div>
  );
}
