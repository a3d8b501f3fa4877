import type { Page } from './page.ts';
import { matcher } from './router/match.ts';

/** A row of the page table: an address, and the file that holds its page. */
export interface PageRow {
  readonly path: string;
  /** The page's file under src/pages, which is also its name in the build's list of assets. */
  readonly file: string;
  readonly open: () => Promise<{ readonly page: Page }>;
}

/** Every page of the storefront. The first row that a path fits is taken. */
export const pages = [
  { path: '/', file: 'home/home', open: () => import('./pages/home/home.tsx') },
  { path: '/p/:productId', file: 'goods/product', open: () => import('./pages/goods/product.tsx') },
  {
    path: '/checkout',
    file: 'orders/checkout',
    open: () => import('./pages/orders/checkout.tsx'),
  },
  {
    path: '/cashier/:attemptId',
    file: 'orders/cashier',
    open: () => import('./pages/orders/cashier.tsx'),
  },
  { path: '/orders', file: 'orders/orders', open: () => import('./pages/orders/orders.tsx') },
  {
    path: '/orders/:orderId',
    file: 'orders/order',
    open: () => import('./pages/orders/order.tsx'),
  },
  { path: '/value', file: 'value/value', open: () => import('./pages/value/value.tsx') },
  { path: '/value/sell', file: 'value/sell', open: () => import('./pages/value/sell.tsx') },
  {
    path: '/value/sales/:saleId',
    file: 'value/receipt',
    open: () => import('./pages/value/receipt.tsx'),
  },
  { path: '/sign-in', file: 'me/sign-in', open: () => import('./pages/me/sign-in.tsx') },
  { path: '/me', file: 'me/me', open: () => import('./pages/me/me.tsx') },
] as const satisfies readonly PageRow[];

export const findPage = matcher<PageRow>(pages);
