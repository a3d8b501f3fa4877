import type { Economy } from '@tuodi/economy';
import { invariant } from '@tuodi/outcome';
import type { orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { Refund } from '../aftersale/index.ts';
import type { ShownSku } from '../catalog/index.ts';
import { earningOf } from '../economy/index.ts';
import { transferOnWire } from '../ledger/index.ts';
import type { StoredTransfer, Viewer } from '../ledger/index.ts';
import type { Attempt, Payment } from '../payments/index.ts';
import type { Tenant } from '../tenancy/index.ts';
import type { Earned, Order, OrderLine } from './order.ts';
import { lineIdOf } from './order.ts';
import type { PricedLine } from './price-lines.ts';
import { remainingOf } from './remaining.ts';
import { timelineOf } from './timeline.ts';

type Wire<Name extends keyof typeof orders> = z.infer<(typeof orders)[Name]>;

function cny(units: bigint): { amount: string; asset: 'CNY/2' } {
  return { amount: String(units), asset: 'CNY/2' };
}

/** A line with the catalog's words. */
export function lineOnWire(
  line: Pick<PricedLine, 'skuId' | 'quantity' | 'price' | 'amount'>,
  shown: ReadonlyMap<string, ShownSku>,
): Wire<'PricedLine'> {
  const sku = shown.get(line.skuId);
  invariant(sku !== undefined, 'the SKU of a line is in the catalog');
  return {
    ...sku,
    quantity: Number(line.quantity),
    price: cny(line.price),
    amount: cny(line.amount),
  };
}

export function checkoutOnWire(checkout: {
  readonly id: string;
  readonly total: bigint;
  readonly orders: readonly { readonly id: string; readonly number: string }[];
  readonly payment: Payment;
}): Wire<'Checkout'> {
  const { payment } = checkout;
  return {
    id: checkout.id,
    orders: checkout.orders.map(({ id, number }) => ({ id, number })),
    total: cny(checkout.total),
    payment: { id: payment.id, state: payment.state, expiresAt: payment.expiresAt },
  };
}

export function attemptOnWire(
  attempt: Attempt,
  around: {
    readonly cashierUrl: string;
    readonly orders: readonly { readonly id: string; readonly number: string }[];
  },
): Wire<'PaymentAttempt'> {
  return {
    id: attempt.id,
    paymentId: attempt.payment.id,
    gateway: 'simulator',
    state: attempt.state,
    amount: cny(attempt.amount),
    cashierUrl: around.cashierUrl,
    orders: around.orders.map(({ id, number }) => ({ id, number })),
    expiresAt: attempt.payment.expiresAt,
  };
}

export interface CardParts {
  readonly order: Order;
  readonly lines: readonly OrderLine[];
  readonly shown: ReadonlyMap<string, ShownSku>;
  readonly merchantName: string;
}

export function cardOnWire({ order, lines, ...parts }: CardParts): Wire<'OrderCard'> {
  return {
    id: order.id,
    number: order.number,
    state: order.state,
    merchantName: parts.merchantName,
    placedAt: order.placedAt,
    amount: cny(order.amount),
    refunded: cny(order.refunded),
    lines: lines.map((line) => lineOnWire(line, parts.shown)),
    lineCount: order.lineCount,
    memberNumber: String(order.member),
    paymentId: order.paymentId,
  };
}

export interface DetailParts extends CardParts {
  readonly tenant: Tenant;
  readonly now: string;
  readonly terms: Economy;
  readonly refunds: readonly Refund[];
  /** Ids of the refunds that the gateway has paid out. */
  readonly confirmed: ReadonlySet<string>;
  readonly transfers: readonly StoredTransfer[];
  /** For whom the transfers are shown. */
  readonly viewer: Viewer;
}

export function detailOnWire(parts: DetailParts): Wire<'OrderDetail'> {
  const { order, shown, tenant } = parts;
  const left = remainingOf(order, parts.refunds);
  return {
    ...cardOnWire({ ...parts, lines: [] }),
    lines: parts.lines.map((line) => ({
      ...lineOnWire(line, shown),
      id: lineIdOf(line.orderId, line.position),
      refundedQuantity: Number(line.refundedQuantity),
    })),
    timeline: timelineOf(order, parts.now),
    windowEndsAt: order.windowEndsAt,
    shipment: order.shipment,
    earning: earningOf(parts.terms, { ...left, returnWindowDays: tenant.returnWindowDays }),
    earned: earnedOnWire(order.settledAt, order.earned),
    refunds: parts.refunds.map((refund) => refundOnWire(refund, parts.confirmed)),
    transfers: parts.transfers.map((transfer) => transferOnWire(transfer, parts.viewer)),
  };
}

function earnedOnWire(
  settledAt: string | null,
  earned: Earned | null,
): Wire<'OrderDetail'>['earned'] {
  if (settledAt === null || earned === null || earned.transferId === null) return null;
  return {
    at: settledAt,
    contribution: cny(earned.contribution),
    value: cny(earned.value),
    points: { amount: String(earned.points), asset: 'GROWTH/12' },
    dividendShare: cny(earned.dividendShare),
    platformShare: cny(earned.platformShare),
    merchantShare: cny(earned.merchantShare),
    transferId: earned.transferId,
  };
}

export function refundOnWire(refund: Refund, confirmed: ReadonlySet<string>): Wire<'Refund'> {
  return {
    id: refund.id,
    state: confirmed.has(refund.id) ? 'confirmed' : 'pending',
    amount: cny(refund.amount),
    reason: refund.reason,
    late: refund.late,
    at: refund.at,
    lines: refund.lines.map((line) => ({
      lineId: lineIdOf(refund.orderId, line.position),
      quantity: Number(line.quantity),
      amount: cny(line.amount),
    })),
  };
}
