import { getMyOrder, getPrices, getValue, listActivity } from '@tuodi/web-client';
import type { ActivityPage, OrderDetail, PriceHistory, Value } from '@tuodi/web-client';
import { holdsNothing, orderSplit } from '@tuodi/web-view';
import { useMall } from '../../mall.ts';
import { definePage, refusal, withData } from '../../page.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { PriceChart } from '../../ui/chart.tsx';
import { Link } from '../../ui/link.tsx';
import { Blank } from '../../ui/problem.tsx';
import { Screen, Section } from '../../ui/screen.tsx';
import { SplitBar } from '../../ui/split.tsx';
import { ActivityList } from './activity.tsx';
import { Backing } from './backing.tsx';
import { Dividend } from './dividend.tsx';
import { ValueHero } from './hero.tsx';
import { Pending } from './pending.tsx';
import { Quota } from './quota.tsx';
import look from './value.module.css';

interface ValueData {
  readonly value: Value;
  readonly prices: PriceHistory | null;
  readonly activity: ActivityPage | null;
  readonly lastOrder: OrderDetail | null;
}

const CHART_DAYS = 90;

export const page = definePage<ValueData>({
  async load(request) {
    const { api } = request;
    const [value, prices, activity] = await Promise.all([
      getValue(api),
      getPrices(api, CHART_DAYS),
      listActivity(api, { limit: 10 }),
    ]);
    if (!value.ok) return refusal(value.problem, request);
    const last = value.value.lastSettledOrderId;
    const order = last === null ? undefined : await getMyOrder(api, last);
    return withData({
      value: value.value,
      prices: prices.ok ? prices.value : null,
      activity: activity.ok ? activity.value : null,
      lastOrder: order?.ok === true ? order.value : null,
    });
  },
  title: (_, { t }) => t('value_title'),
  View: ({ data }) => <ValueView data={data} />,
});

function ValueView({ data }: { data: ValueData }) {
  const { t } = useMall();
  const { value, prices, activity, lastOrder } = data;
  return (
    <Screen title={t('value_title')}>
      {holdsNothing(value) ? (
        <Blank title={t('value_none')} text={t('value_none_text')}>
          <ButtonLink to="/">{t('see_all')}</ButtonLink>
        </Blank>
      ) : (
        <ValueHero value={value} />
      )}
      <Dividend value={value} />
      {prices !== null && <PriceSection value={value} prices={prices} />}
      <Backing value={value} />
      <Quota value={value} />
      <Pending value={value} />
      <LastOrder order={lastOrder} />
      {activity !== null && (
        <Section title={t('activity_title')}>
          <ActivityList first={activity} />
        </Section>
      )}
    </Screen>
  );
}

function PriceSection({ value, prices }: { value: Value; prices: PriceHistory }) {
  const { t } = useMall();
  return (
    <Section
      title={t('chart_title')}
      aside={<small class={look['aside']}>{t('chart_days', { days: prices.days.length })}</small>}
    >
      <PriceChart history={prices} />
      {value.neverFell ? (
        <details class={look['why']}>
          <summary>{t('never_fell')}</summary>
          <p>{t('never_fell_why')}</p>
        </details>
      ) : (
        <p class={look['plain']}>{t('chart_fell')}</p>
      )}
    </Section>
  );
}

function LastOrder({ order }: { order: OrderDetail | null }) {
  const { t } = useMall();
  const split = order === null ? undefined : orderSplit(order);
  if (order === null || split === undefined) return null;
  return (
    <Section
      title={t('split_title')}
      aside={
        <Link to={`/orders/${order.id}`} class={look['link']}>
          {t('last_order')}
        </Link>
      }
    >
      <SplitBar split={split} />
    </Section>
  );
}
