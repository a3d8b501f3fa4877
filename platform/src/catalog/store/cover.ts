import type { Cover } from '../product.ts';

/** The columns of `products` that draw a cover. */
export interface CoverRow {
  cover_category: Cover['category'];
  cover_seed: bigint;
  image_url: string | null;
}

export function coverOf(row: CoverRow): Cover {
  return {
    category: row.cover_category,
    seed: Number(row.cover_seed),
    imageUrl: row.image_url,
  };
}
