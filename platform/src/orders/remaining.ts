import { fen, takeDown } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import type { Order } from './order.ts';

/**
 * What is left of an order after its refunds: each takes its share of the margin, rounded down, as
 * the economy does it.
 */
export function remainingOf(
  order: Pick<Order, 'amount' | 'margin'>,
  refunds: readonly { readonly amount: Fen }[],
): { readonly amount: Fen; readonly margin: Fen } {
  let { amount, margin } = order;
  for (const refund of refunds) {
    const back =
      refund.amount === amount
        ? margin
        : takeDown(margin, { numerator: refund.amount, denominator: amount });
    amount = fen(amount - refund.amount);
    margin = fen(margin - back);
  }
  return { amount, margin };
}
