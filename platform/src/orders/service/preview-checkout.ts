import { done } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { orders } from '@tuodi/wire';
import type { z } from 'zod';
import { pricesOf, shownSkus } from '../../catalog/index.ts';
import type { Transaction } from '../../context.ts';
import { earningOf, loadTerms } from '../../economy/index.ts';
import type { Tenant } from '../../tenancy/index.ts';
import { lineOnWire } from '../on-wire.ts';
import { priceLines } from '../price-lines.ts';
import type { PricingRefusal, WantedLine } from '../price-lines.ts';

type Preview = z.infer<typeof orders.CheckoutPreview>;

/** What lines would cost and earn now; reserves nothing. */
export async function previewCheckout(
  tx: Transaction,
  tenant: Tenant,
  wanted: readonly WantedLine[],
): Promise<Outcome<Preview, PricingRefusal>> {
  const skuIds = wanted.map((line) => line.skuId);
  const priced = priceLines(wanted, await pricesOf(tx, tenant.id, skuIds));
  if (!priced.ok) return priced;
  const { lines, total, margin } = priced.value;
  const shown = await shownSkus(tx, tenant.id, skuIds);
  const terms = await loadTerms(tx, tenant.id);
  return done({
    lines: lines.map((line) => lineOnWire(line, shown)),
    total: { amount: String(total), asset: 'CNY/2' },
    earning: earningOf(terms, { amount: total, margin, returnWindowDays: tenant.returnWindowDays }),
  });
}
