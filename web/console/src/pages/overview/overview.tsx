import { Skeleton } from '@mantine/core';
import { formatInstant } from '@tuodi/web-client';
import type { Overview as OverviewData } from '@tuodi/web-client';
import { problemOf, useOverview } from '../../queries.ts';
import { useSpoken } from '../../ui/language.tsx';
import { useCalendar } from '../../ui/mall.tsx';
import { Page } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { Alarms } from './alarms.tsx';
import { Figures } from './figures.tsx';
import css from './overview.module.css';
import { ToDo } from './to-do.tsx';
import { Waterfall } from './waterfall.tsx';

/** The operator's day at a glance. */
export function Overview() {
  const { t } = useSpoken();
  const calendar = useCalendar();
  const overview = useOverview();
  const { data } = overview;
  const time = data === undefined ? '' : formatInstant(data.now, calendar);
  return (
    <Page
      title={t('overview.title')}
      note={data === undefined ? undefined : t('app.businessTime', { time })}
    >
      {data === undefined ? (
        overview.error === null ? (
          <Waiting />
        ) : (
          <Failed problem={problemOf(overview.error)} again={() => void overview.refetch()} />
        )
      ) : (
        <Day data={data} />
      )}
    </Page>
  );
}

function Day({ data }: { data: OverviewData }) {
  return (
    <>
      <Figures data={data} />
      <div className={css['halves']}>
        <Waterfall day={data.waterfall} />
        <div className={css['side']}>
          <ToDo data={data} />
          <Alarms alarms={data.alarms} />
        </div>
      </div>
    </>
  );
}

/** The shape of the page while it is read. */
function Waiting() {
  const { t } = useSpoken();
  return (
    <div role="status" aria-label={t('state.loading')}>
      <div className={css['figures']}>
        {['sales', 'reserve', 'price', 'dividend'].map((figure) => (
          <div key={figure} className={css['figure']}>
            <Skeleton height={16} width={96} mb={12} />
            <Skeleton height={30} width={168} mb={10} />
            <Skeleton height={16} width={120} mb={16} />
            <Skeleton height={44} />
          </div>
        ))}
      </div>
      <div className={css['halves']}>
        <Skeleton height={320} />
        <Skeleton height={320} />
      </div>
    </div>
  );
}
