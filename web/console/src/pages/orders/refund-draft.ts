import { unitsOf } from '@tuodi/web-client';
import type { Cny, OrderDetail, OrderLine } from '@tuodi/web-client';
import { keptFen } from '@tuodi/web-view';

/** What somebody is about to refund, before it is sent. */
export interface RefundDraft {
  readonly lines: { lineId: string; quantity: number }[];
  /** Pieces × the price paid: the server computes it again. */
  readonly amount: Cny;
  /** What remains of the order afterwards. */
  readonly rest: Cny;
  /** Whether nothing remains. */
  readonly full: boolean;
  /** Whether the order is settled, so that its points have to come back too. */
  readonly late: boolean;
}

export type Quantities = Readonly<Record<string, number>>;

/** How many pieces of a line can still be refunded. */
export function refundable(line: OrderLine): number {
  return Math.max(0, line.quantity - line.refundedQuantity);
}

/** Every piece that is left. */
export function allOf(order: OrderDetail): Quantities {
  return Object.fromEntries(order.lines.map((line) => [line.id, refundable(line)]));
}

/** The refund of these quantities; undefined where they come to nothing. */
export function draftRefund(order: OrderDetail, quantities: Quantities): RefundDraft | undefined {
  const chosen = order.lines
    .map((line) => ({ line, quantity: Math.min(quantities[line.id] ?? 0, refundable(line)) }))
    .filter(({ quantity }) => quantity > 0);
  if (chosen.length === 0) return undefined;
  const amount = chosen.reduce(
    (total, { line, quantity }) => total + unitsOf(line.price) * BigInt(quantity),
    0n,
  );
  const rest = keptFen(order) - amount;
  return {
    lines: chosen.map(({ line, quantity }) => ({ lineId: line.id, quantity })),
    amount: fen(amount),
    rest: fen(rest),
    full: rest <= 0n,
    late: order.earned !== null,
  };
}

function fen(units: bigint): Cny {
  return { amount: String(units), asset: 'CNY/2' };
}
