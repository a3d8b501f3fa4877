import { answer } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Api } from '../api.ts';
import type { Product, ProductPage } from '../types.ts';

export interface ProductQuery {
  readonly cursor?: string;
  readonly limit?: number;
  readonly q?: string;
  readonly category?: string;
}

/** Goods on sale, newest first. */
export function listProducts(api: Api, query: ProductQuery): Promise<Answer<ProductPage>> {
  return answer(api.GET('/v1/products', { params: { query } }));
}

export function listCategories(
  api: Api,
): Promise<Answer<{ items: { name: string; products: number }[] }>> {
  return answer(api.GET('/v1/categories'));
}

/** One product with its SKUs and what each will earn. */
export function getProduct(api: Api, productId: string): Promise<Answer<Product>> {
  return answer(api.GET('/v1/products/{productId}', { params: { path: { productId } } }));
}
