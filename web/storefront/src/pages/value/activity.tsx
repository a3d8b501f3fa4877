import { useState } from 'preact/hooks';
import {
  formatInstant,
  formatMovement,
  joinFigure,
  listActivity,
  pointsFigure,
  unitsOf,
} from '@tuodi/web-client';
import type { Activity, ActivityPage, WireAmount } from '@tuodi/web-client';
import { useAct } from '../../act.ts';
import { useMall } from '../../mall.ts';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { ProblemNote } from '../../ui/problem.tsx';
import look from './activity.module.css';

/** What moved the member's points and cash, newest first. */
export function ActivityList({ first }: { first: ActivityPage }) {
  const { t, api } = useMall();
  const [later, setLater] = useState<readonly ActivityPage[]>([]);
  const cursor = (later.at(-1) ?? first).nextCursor;
  const more = useAct(
    () => listActivity(api, { limit: 20, ...(cursor === null ? {} : { cursor }) }),
    (next) => setLater([...later, next]),
  );
  const items = [first, ...later].flatMap((part) => part.items);
  if (items.length === 0) return <p class={look['none']}>{t('activity_none')}</p>;
  return (
    <>
      <ul>
        {items.map((activity) => (
          <li key={activity.seq}>
            <Row activity={activity} />
          </li>
        ))}
      </ul>
      <ProblemNote problem={more.problem} />
      {cursor !== null && (
        <div class={look['more']}>
          <Button kind="plain" busy={more.busy} onClick={more.press}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ activity }: { activity: Activity }) {
  const { t, calendar } = useMall();
  const inside = (
    <>
      <span>
        {t(`activity_${activity.what}`)}
        <small>{formatInstant(activity.at, calendar)}</small>
      </span>
      <span class={look['figures']}>
        {unitsOf(activity.points) !== 0n && (
          <b>
            {pointsMovement(activity.points)} {t('points_unit')}
          </b>
        )}
        {unitsOf(activity.cash) !== 0n && (
          <b class={look['cash']}>{formatMovement(activity.cash)}</b>
        )}
      </span>
    </>
  );
  if (activity.what === 'sold') {
    return (
      <Link to={`/value/sales/${activity.seq}`} class={look['row']}>
        {inside}
      </Link>
    );
  }
  if (activity.orderId === null) return <div class={look['row']}>{inside}</div>;
  return (
    <Link to={`/orders/${activity.orderId}`} class={look['row']}>
      {inside}
    </Link>
  );
}

function pointsMovement(points: WireAmount): string {
  const { shown } = pointsFigure(points);
  return joinFigure(unitsOf(points) > 0n ? { ...shown, sign: '+' } : shown);
}
