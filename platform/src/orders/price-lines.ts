import { fen, sum } from '@tuodi/amount';
import type { Fen } from '@tuodi/amount';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import { marginOf } from '../catalog/index.ts';
import type { PricedSku } from '../catalog/index.ts';

export interface WantedLine {
  readonly skuId: string;
  readonly quantity: bigint;
}

/** A line with the price of now. */
export interface PricedLine {
  readonly skuId: string;
  readonly merchant: bigint;
  readonly quantity: bigint;
  readonly price: Fen;
  readonly supplyPrice: Fen | null;
  readonly amount: Fen;
  readonly margin: Fen;
}

export interface PricedLines {
  readonly lines: readonly PricedLine[];
  readonly total: Fen;
  readonly margin: Fen;
}

export type PricingRefusal =
  | { readonly code: 'catalog.unknown_sku'; readonly skuId: string }
  | { readonly code: 'orders.total_too_large' };

/** A hundred billion yuan: what a member's lifetime of checkouts adds up to still fits bigint. */
const LARGEST_TOTAL = 10_000_000_000_000n;

/** Prices lines in their order; the same SKU may come on several lines. */
export function priceLines(
  wanted: readonly WantedLine[],
  prices: ReadonlyMap<string, PricedSku>,
): Outcome<PricedLines, PricingRefusal> {
  const lines: PricedLine[] = [];
  for (const { skuId, quantity } of wanted) {
    const sku = prices.get(skuId);
    if (sku === undefined) return refuse({ code: 'catalog.unknown_sku', skuId });
    lines.push({
      skuId,
      merchant: sku.merchant,
      quantity,
      price: sku.price,
      supplyPrice: sku.supply.kind === 'supply_price' ? sku.supply.price : null,
      amount: fen(sku.price * quantity),
      margin: marginOf(sku, quantity),
    });
  }
  const total = sum(lines.map((line) => line.amount));
  if (total > LARGEST_TOTAL) return refuse({ code: 'orders.total_too_large' });
  return done({ lines, total, margin: sum(lines.map((line) => line.margin)) });
}
