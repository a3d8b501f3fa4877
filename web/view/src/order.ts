import { unitsOf } from '@tuodi/web-client';
import type { Earning, OrderCard, OrderDetail, OrderState, Refund } from '@tuodi/web-client';

/** What a state means to its reader: who has to act, or how it ended. */
export type Tone = 'action' | 'waiting' | 'done' | 'over';

export function toneOf(state: OrderState): Tone {
  switch (state) {
    case 'awaiting_payment':
      return 'action';
    case 'paid':
    case 'shipped':
    case 'return_window':
    case 'settling':
      return 'waiting';
    case 'settled':
      return 'done';
    case 'closed':
    case 'refunded':
      return 'over';
  }
}

export type MemberAct = 'pay' | 'cancel' | 'receive';

/** What a member may do with an order now, the first one being the likeliest. */
export function memberActs(order: Pick<OrderCard, 'state'>): readonly MemberAct[] {
  switch (order.state) {
    case 'awaiting_payment':
      return ['pay', 'cancel'];
    case 'paid':
      return ['cancel'];
    case 'shipped':
      return ['receive'];
    case 'return_window':
    case 'settling':
    case 'settled':
    case 'closed':
    case 'refunded':
      return [];
  }
}

export type OperatorAct = 'ship' | 'refund';

/** What a merchant or operator may do with an order now. */
export function operatorActs(order: OrderDetail): readonly OperatorAct[] {
  const left = order.lines.some((line) => line.quantity > line.refundedQuantity);
  const refund: readonly OperatorAct[] = left ? ['refund'] : [];
  switch (order.state) {
    case 'paid':
      return ['ship', ...refund];
    case 'shipped':
    case 'return_window':
    case 'settled':
      return refund;
    case 'awaiting_payment':
    case 'settling':
    case 'closed':
    case 'refunded':
      return [];
  }
}

/** How a row of the timeline stands: happened, next, or later. */
export interface TimelineRow {
  readonly what: OrderDetail['timeline'][number]['what'];
  readonly at: string;
  readonly phase: 'past' | 'next' | 'later';
}

export function timelineRows(order: OrderDetail): readonly TimelineRow[] {
  const next = order.timeline.findIndex((entry) => entry.future);
  return order.timeline.map((entry, position) => ({
    what: entry.what,
    at: entry.at,
    phase: !entry.future ? 'past' : position === next ? 'next' : 'later',
  }));
}

/** Whether the order may still earn: shown as an estimate until it has. */
export function mayEarn(order: OrderDetail): Earning | undefined {
  const over = order.state === 'closed' || order.state === 'refunded';
  return order.earned === null && !over ? order.earning : undefined;
}

export function pendingRefunds(order: OrderDetail): readonly Refund[] {
  return order.refunds.filter((refund) => refund.state === 'pending');
}

/** What is left of the amount after refunds, in fen. */
export function keptFen(order: Pick<OrderCard, 'amount' | 'refunded'>): bigint {
  return unitsOf(order.amount) - unitsOf(order.refunded);
}
