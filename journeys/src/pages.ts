import type { Page } from 'playwright-core';
import type { Expected } from './complaints.ts';
import type { Person, Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

/** One state of one page: who opens which address, and what they then press. */
export interface PageState {
  /** `order-paid`: the picture's name. */
  readonly name: string;
  readonly program: 'storefront' | 'console';
  /** `lobby`: the address of no mall. */
  readonly mall: 'general' | 'founding' | 'lobby';
  readonly who: Person;
  readonly path: string;
  /** What is opened on the page before one looks at it. */
  readonly act?: (page: Page) => Promise<void>;
  /** Another state shows all of its parts already; it differs in its data only. */
  readonly like?: string;
  /** Errors that belong to this state. */
  readonly expected?: Expected;
  /** The window as it stands, for what lies over the page; else as much as the page needs. */
  readonly only?: 'window';
}

type Row = Omit<PageState, 'program' | 'mall' | 'name'> & Partial<Pick<PageState, 'mall'>>;

/** Every page of both programs in its interesting states. */
export function pageStates(stage: Stage): readonly PageState[] {
  const rows = [
    ...Object.entries(storefrontRows(stage)).map(([name, row]) => ({ name, row, program: STORE })),
    ...Object.entries(orderRows(stage)).map(([name, row]) => ({ name, row, program: STORE })),
    ...Object.entries(valueRows(stage)).map(([name, row]) => ({ name, row, program: STORE })),
    ...Object.entries(consoleRows(stage)).map(([name, row]) => ({ name, row, program: DESK })),
  ];
  return rows.map(({ name, row, program }) => ({ mall: 'general', ...row, name, program }));
}

const STORE = 'storefront' as const;
const DESK = 'console' as const;

function storefrontRows({ product, plainProduct, cashiers }: Stage): Record<string, Row> {
  const sku = product.skus[0]?.id ?? '';
  return {
    home: { who: 'stranger', path: '/' },
    'home-category': { like: 'home', who: 'stranger', path: '/?category=茶' },
    'home-found-nothing': { who: 'stranger', path: '/?q=zzz' },
    'home-simulation': { like: 'home', mall: 'founding', who: 'stranger', path: '/' },
    lobby: { mall: 'lobby', who: 'stranger', path: '/', expected: ['404 /'] },
    product: { who: 'stranger', path: `/p/${product.id}` },
    'product-earning': {
      ...{ who: 'stranger', path: `/p/${plainProduct.id}` },
      act: (page) => page.locator('main details summary').first().click(),
    },
    'product-unknown': {
      ...{ who: 'stranger', path: '/p/00000000-0000-4000-8000-000000000000' },
      expected: ['404 /p/'],
    },
    checkout: { who: 'shopper', path: `/checkout?sku=${sku}&n=2` },
    'checkout-empty': { like: 'orders-none', who: 'shopper', path: '/checkout' },
    cashier: { who: 'shopper', path: `/cashier/${cashiers.open}` },
    'cashier-paid': { who: 'shopper', path: `/cashier/${cashiers.paid}` },
    'cashier-failed': { like: 'cashier-paid', who: 'shopper', path: `/cashier/${cashiers.failed}` },
    'sign-in': { who: 'stranger', path: '/sign-in' },
    'sign-in-bad-phone': {
      ...{ who: 'stranger', path: '/sign-in' },
      act: (page) => page.locator('main form button').click(),
    },
    'sign-in-code': { who: 'stranger', path: '/sign-in', act: askForCode },
    me: { who: 'member', path: '/me' },
    'me-stranger': { who: 'stranger', path: '/me' },
    'me-operator': { like: 'me', who: 'operator', path: '/me' },
    lost: { who: 'stranger', path: '/no/such/page', expected: ['404 /no/such'] },
  };
}

async function askForCode(page: Page): Promise<void> {
  await page.locator('#phone').fill('13900000403');
  await page.locator('main form button').click();
  await page.locator('#code').waitFor();
}

function orderRows({ orders }: Stage): Record<string, Row> {
  const order = (id: string): Row => ({ who: 'shopper', path: `/orders/${id}` });
  return {
    orders: { who: 'shopper', path: '/orders' },
    'orders-paid': { like: 'orders', who: 'shopper', path: '/orders?state=paid' },
    'orders-none-settled': { like: 'orders-none', who: 'shopper', path: '/orders?state=settled' },
    'orders-none': { who: 'newcomer', path: '/orders' },
    'order-awaiting-payment': order(orders.awaiting),
    'order-paid': order(orders.paid),
    'order-paid-cancel': {
      ...order(orders.paid),
      act: (page) => openDialog(page, page.locator('main ~ footer button').first()),
      only: 'window',
    },
    'order-shipped': { ...order(orders.shipped), like: 'order-paid' },
    'order-shipped-receive': {
      ...order(orders.shipped),
      act: (page) => openDialog(page, page.locator('main ~ footer button').last()),
      only: 'window',
    },
    'order-return-window': order(orders.window),
    'order-closed': { ...order(orders.closed), like: 'order-paid' },
    'order-refunded': { ...order(orders.refunded), like: 'order-paid' },
    'order-partly-refunded': order(orders.partly),
    'order-settled': { who: 'member', path: `/orders/${orders.settled}` },
    'order-settled-journal': {
      ...{ who: 'member', path: `/orders/${orders.settled}` },
      act: (page) => openDialog(page, page.locator('main li button').last()),
      only: 'window',
    },
    'order-late-refund': { who: 'member', path: `/orders/${orders.late}` },
  };
}

async function openDialog(page: Page, button: ReturnType<Page['locator']>): Promise<void> {
  await button.click();
  await page.locator('dialog[open] h2, [role=dialog] h2').last().waitFor();
}

function valueRows({ saleId }: Stage): Record<string, Row> {
  return {
    value: { who: 'member', path: '/value' },
    'value-none': { who: 'newcomer', path: '/value' },
    'value-simulation': { like: 'value', mall: 'founding', who: 'member', path: '/value' },
    'value-sell': { who: 'member', path: '/value/sell' },
    'value-sell-bad': {
      ...{ who: 'member', path: '/value/sell' },
      act: (page) => page.locator('#points').fill('-1'),
    },
    'value-sell-preview': { who: 'member', path: '/value/sell', act: preview },
    'value-sell-confirm': {
      ...{ who: 'member', path: '/value/sell' },
      act: async (page) => {
        await preview(page);
        await openDialog(page, page.locator('main ~ footer button'));
      },
      only: 'window',
    },
    'value-sell-none': { like: 'value-none', who: 'newcomer', path: '/value/sell' },
    'value-receipt': { who: 'member', path: `/value/sales/${saleId}` },
  };
}

async function preview(page: Page): Promise<void> {
  const rest = page.locator('main section h2');
  await page.locator('main ~ footer button').click();
  await rest.nth(1).waitFor();
}

function consoleRows({ orders }: Stage): Record<string, Row> {
  const order = (id: string): Row => {
    return { who: 'operator', path: `/console/orders/${id}`, only: 'window' };
  };
  const press = (at: number) => async (page: Page) => {
    await page.locator('[role=dialog] button.mantine-Button-root').nth(at).click();
    await page.locator('[role=dialog] form').waitFor();
  };
  return {
    'sign-in': { who: 'stranger', path: '/console', expected: ['401 /v1/me'] },
    'sign-in-code': {
      ...{ who: 'stranger', path: '/console', expected: ['401 /v1/me'] },
      act: async (page) => {
        await page.locator('input[type=tel]').fill('13900000404');
        await page.locator('main form button[type=submit]').click();
        await page.locator('main section button').waitFor();
      },
    },
    'no-access': { who: 'member', path: '/console' },
    overview: { who: 'operator', path: '/console' },
    orders: { who: 'operator', path: '/console/orders' },
    'orders-paid': { like: 'orders', who: 'operator', path: '/console/orders?state=paid' },
    'orders-none': { who: 'operator', path: '/console/orders?q=99999999-000001' },
    'orders-merchant': { who: 'merchant', path: '/console/orders' },
    'order-paid': order(orders.paid),
    'order-ship': { ...order(orders.paid), act: press(0) },
    'order-shipped': { ...order(orders.shipped), like: 'order-paid' },
    'order-window': { ...order(orders.window), like: 'order-paid' },
    'order-partly-refunded': order(orders.partly),
    'order-refund': { ...order(orders.window), act: press(0) },
    'order-settled': order(orders.settled),
    'order-late-refund': order(orders.late),
    'order-unknown': {
      ...order('00000000-0000-4000-8000-000000000000'),
      expected: ['404 /v1/console/orders/'],
    },
    economy: { who: 'operator', path: '/console/economy' },
    'economy-simulation': {
      like: 'economy',
      mall: 'founding',
      who: 'operator',
      path: '/console/economy',
    },
    'operator-only': { who: 'merchant', path: '/console/economy' },
    lost: { who: 'operator', path: '/console/no/such/page' },
  };
}

/** Who opens the page, with their session in its mall; undefined for a stranger. */
export function visitorOf(stage: Stage, { who, mall }: PageState): Visitor | undefined {
  if (who === 'stranger') return undefined;
  return mall === 'founding' ? stage.simulated[who] : stage.people[who];
}
