import { createRoute, z } from '@hono/zod-openapi';
import { CreateProduct, Product, ProductPage } from '../catalog.ts';
import { body, created, ok } from '../contract.ts';
import { PageQuery, Uuid } from '../shapes.ts';

export const listProducts = createRoute({
  method: 'get',
  path: '/v1/products',
  operationId: 'listProducts',
  tags: ['catalog'],
  summary: 'Goods on sale, newest first',
  request: {
    query: PageQuery.extend({
      q: z.string().max(100).optional(),
      category: z.string().max(40).optional(),
    }),
  },
  responses: ok(ProductPage, 'A page of goods'),
});

export const listCategories = createRoute({
  method: 'get',
  path: '/v1/categories',
  operationId: 'listCategories',
  tags: ['catalog'],
  summary: 'Categories that have goods on sale',
  responses: ok(
    z.object({ items: z.array(z.object({ name: z.string(), products: z.int() })) }),
    'Categories',
  ),
});

export const getProduct = createRoute({
  method: 'get',
  path: '/v1/products/{productId}',
  operationId: 'getProduct',
  tags: ['catalog'],
  summary: 'One product with its SKUs and what each will earn',
  request: { params: z.object({ productId: Uuid }) },
  responses: ok(Product, 'The product'),
});

export const createProduct = createRoute({
  method: 'post',
  path: '/v1/console/products',
  operationId: 'createProduct',
  tags: ['console'],
  summary: 'Put a product up (merchant: own; operator: any merchant)',
  request: { body: body(CreateProduct) },
  responses: created(Product, 'The product'),
});
