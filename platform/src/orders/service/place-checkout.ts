import { sum } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import { pricesOf } from '../../catalog/index.ts';
import type { Context, Transaction } from '../../context.ts';
import { openPayment } from '../../payments/index.ts';
import type { NewId, Payment } from '../../payments/index.ts';
import { reserve } from '../../stock/index.ts';
import type { StockRefusal } from '../../stock/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import type { OrderLine } from '../order.ts';
import { blockNumbers, countedNumbers } from '../order-numbers.ts';
import { priceLines } from '../price-lines.ts';
import type { PricedLine, PricingRefusal, WantedLine } from '../price-lines.ts';
import { insertCheckout } from '../store/checkouts.ts';
import type { CheckoutRow, NewOrder } from '../store/checkouts.ts';
import { insertLines } from '../store/lines.ts';

export interface PlaceCheckout {
  readonly member: bigint;
  readonly lines: readonly WantedLine[];
  /** What the shopper saw; another total is refused. */
  readonly expectedTotal?: Fen | undefined;
  /** A member of the same tenant; the caller has looked. */
  readonly referrer?: bigint | null;
  /** Left out: ids by chance. With derived ids, orders are numbered alike in every run too. */
  readonly newId?: NewId;
}

export interface PlacedCheckout extends CheckoutRow {
  readonly orders: readonly NewOrder[];
  readonly payment: Payment;
}

export type PlaceCheckoutRefusal =
  | PricingRefusal
  | StockRefusal
  | { readonly code: 'orders.self_referral' }
  | { readonly code: 'orders.price_changed'; readonly total: bigint };

/** How long stock is held for a payment, in business time. */
const MINUTES_TO_PAY = 15;

/**
 * Prices the lines, reserves their pieces and opens one order per merchant under one payment, in
 * the caller's transaction. Refused in this order: unknown SKU, total too large, self-referral,
 * changed price, stock. Nothing is written when it is refused.
 */
export async function placeCheckout(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  input: PlaceCheckout,
): Promise<Outcome<PlacedCheckout, PlaceCheckoutRefusal>> {
  const skuIds = input.lines.map((line) => line.skuId);
  const priced = priceLines(input.lines, await pricesOf(tx, tenant.id, skuIds));
  if (!priced.ok) return priced;
  const { lines, total } = priced.value;
  if (input.referrer === input.member) return refuse({ code: 'orders.self_referral' });
  if (input.expectedTotal !== undefined && input.expectedTotal !== total) {
    return refuse({ code: 'orders.price_changed', total });
  }
  const newId = input.newId ?? (() => context.random.uuid());
  const placedAt = context.clock.now(tenant);
  const expiresAt = minutesAfter(placedAt, MINUTES_TO_PAY);
  const id = newId('checkout');
  const reserved = await reserve(tx, tenant.id, { id, pieces: lines, expiresAt });
  if (!reserved.ok) return reserved;
  const payment = {
    id: newId('payment'),
    member: input.member,
    amount: total,
    state: 'open' as const,
    expiresAt,
  };
  const checkout = { id, member: input.member, paymentId: payment.id, total, placedAt };
  const split = splitByMerchant(lines, newId);
  const wanted = { at: placedAt, count: split.length };
  const numbers = await (input.newId === undefined
    ? blockNumbers(context, tx, tenant, wanted)
    : countedNumbers(tx, tenant, wanted));
  const orders = split.map(({ order }, index) => ({ ...order, number: numbers[index] ?? '' }));
  const referrer = input.referrer ?? null;
  const ownLines = split.flatMap((part) => part.lines);
  openPayment(tx, tenant.id, { ...payment, openedAt: placedAt });
  insertCheckout(tx, tenant.id, { ...checkout, referrer, orders });
  insertLines(tx, tenant.id, ownLines);
  return done({ ...checkout, orders, payment });
}

function minutesAfter(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

interface MerchantPart {
  readonly order: Omit<NewOrder, 'number'>;
  readonly lines: readonly OrderLine[];
}

/** One order per merchant, in the order in which merchants first come up. */
function splitByMerchant(lines: readonly PricedLine[], newId: NewId): readonly MerchantPart[] {
  const byMerchant = Map.groupBy(lines, (line) => line.merchant);
  return [...byMerchant].map(([merchant, own]) => {
    const id = newId('order', String(merchant));
    return {
      order: {
        id,
        merchant,
        amount: sum(own.map((line) => line.amount)),
        margin: sum(own.map((line) => line.margin)),
        lineCount: own.length,
      },
      lines: own.map((line, index) => ({
        ...line,
        orderId: id,
        position: index + 1,
        refundedQuantity: 0n,
      })),
    };
  });
}
