import type { Fen } from '@tuodi/amount';
import type { catalog } from '@tuodi/wire';
import type { z } from 'zod';
import type { SupplyRule } from './price.ts';

export type Cover = z.infer<typeof catalog.Cover>;

export interface NewSku {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly price: Fen;
  readonly supply: SupplyRule;
  readonly stock: bigint;
}

/** A product with its SKUs, ready to be put up. */
export interface NewProduct {
  readonly id: string;
  readonly merchant: bigint;
  readonly title: string;
  readonly titleEn: string | null;
  readonly description: string;
  readonly descriptionEn: string | null;
  readonly category: string;
  readonly cover: Cover;
  readonly skus: readonly NewSku[];
}

/** What people see of a SKU, wherever it is named. */
export interface ShownSku {
  readonly skuId: string;
  readonly productId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly skuTitle: string;
  readonly skuTitleEn: string | null;
  readonly cover: Cover;
}
