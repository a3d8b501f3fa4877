import { formatInstant, getMyOrder } from '@tuodi/web-client';
import type { OrderDetail } from '@tuodi/web-client';
import { mayEarn, memberActs, orderSplit, toneOf } from '@tuodi/web-view';
import { useMall } from '../../mall.ts';
import { definePage, fromAnswer } from '../../page.ts';
import { EarningStrip } from '../../ui/earning.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Money, Points } from '../../ui/figure.tsx';
import { Journal } from '../../ui/journal.tsx';
import { Lines } from '../../ui/lines.tsx';
import { Screen, Section } from '../../ui/screen.tsx';
import { SplitBar } from '../../ui/split.tsx';
import { OrderActs } from './order-acts.tsx';
import look from './order.module.css';
import { Timeline } from './timeline.tsx';

export const page = definePage<OrderDetail>({
  async load(request) {
    const { orderId = '' } = request.params;
    return fromAnswer(await getMyOrder(request.api, orderId), request);
  },
  title: (order, { t }) => t('order_title', { number: order.number }),
  View: ({ data }) => <Order order={data} />,
});

function Order({ order }: { order: OrderDetail }) {
  const { t } = useMall();
  const split = orderSplit(order);
  const estimate = mayEarn(order);
  return (
    <Screen
      title={t('order_title', { number: order.number })}
      back="/orders"
      {...(memberActs(order).length > 0 ? { action: <OrderActs order={order} /> } : {})}
    >
      <div class={`${look['state']} ${look[toneOf(order.state)]}`}>
        <p>{t(`state_${order.state}`)}</p>
        <small>{t(`hint_${order.state}`)}</small>
      </div>
      {split !== undefined && (
        <Section title={t('split_title')}>
          <SplitBar split={split} />
        </Section>
      )}
      {order.earned !== null && <Earned earned={order.earned} />}
      <Section title={order.merchantName}>
        <Lines lines={order.lines} />
        <Entries>
          <Entry label={t('total')} strong>
            <Money value={order.amount} size="large" />
          </Entry>
        </Entries>
      </Section>
      {estimate !== undefined && (
        <div class={look['estimate']}>
          <EarningStrip earning={estimate} />
        </div>
      )}
      <Section title={t('timeline')}>
        <Timeline order={order} />
      </Section>
      <Refunds order={order} />
      {order.transfers.length > 0 && (
        <Section title={t('journal')}>
          <Journal transfers={order.transfers} />
        </Section>
      )}
      <Facts order={order} />
    </Screen>
  );
}

function Earned({ earned }: { earned: NonNullable<OrderDetail['earned']> }) {
  const { t } = useMall();
  return (
    <p class={look['earned']}>
      <span>{t('step_value')}</span>
      <span>
        <Money value={earned.value} />
        <small>
          <Points value={earned.points} size="small" /> {t('points_unit')}
        </small>
      </span>
    </p>
  );
}

function Refunds({ order }: { order: OrderDetail }) {
  const { t, calendar } = useMall();
  if (order.refunds.length === 0) return null;
  return (
    <Section title={t('refunds')}>
      <Entries>
        {order.refunds.map((refund) => (
          <Entry
            key={refund.id}
            label={refund.late ? t('refund_late') : t(`refund_${refund.state}`)}
            note={formatInstant(refund.at, calendar)}
          >
            <Money value={refund.amount} />
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}

function Facts({ order }: { order: OrderDetail }) {
  const { t, calendar } = useMall();
  return (
    <dl class={look['facts']}>
      <div>
        <dt>{t('order_number')}</dt>
        <dd>{order.number}</dd>
      </div>
      <div>
        <dt>{t('order_placed')}</dt>
        <dd>{formatInstant(order.placedAt, calendar)}</dd>
      </div>
    </dl>
  );
}
