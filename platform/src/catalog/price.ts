import { fen, larger, takeDown } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';

/** What a merchant is owed for a SKU: a price for each piece, or the rest after our share. */
export type SupplyRule =
  | { readonly kind: 'supply_price'; readonly price: Fen }
  | { readonly kind: 'margin'; readonly basisPoints: bigint };

/** A SKU as a checkout prices it. */
export interface PricedSku {
  readonly skuId: string;
  readonly merchant: bigint;
  readonly price: Fen;
  readonly supply: SupplyRule;
}

/**
 * Price paid less supply price, over all pieces, never below zero; or the share of the line's
 * amount, rounded down (the merchant keeps the dust).
 */
export function marginOf(
  line: { readonly price: Fen; readonly supply: SupplyRule },
  quantity: bigint,
): Fen {
  if (line.supply.kind === 'supply_price') {
    return fen(larger(fen(line.price - line.supply.price), fen(0n)) * quantity);
  }
  return takeDown(fen(line.price * quantity), {
    numerator: line.supply.basisPoints,
    denominator: 10_000n,
  });
}
