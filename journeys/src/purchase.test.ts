import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formatMoney, formatPoints, getProduct, listProducts } from '@tuodi/web-client';
import type { Product } from '@tuodi/web-client';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { listen } from './complaints.ts';
import type { Complaints } from './complaints.ts';
import { assertBooks } from './installation.ts';
import { sharedServer } from './shared-server.ts';
import { orderOf, place } from './shop.ts';
import { DESK, open, openWindow, PHONE } from './tab.ts';
import { must, OPERATOR, signedIn, visitor } from './visitor.ts';
import type { MallAddress } from './visitor.ts';

let at: MallAddress;
let dataDir: string;
let browser: Browser;
let product: Product;

before(async () => {
  const server = await sharedServer();
  dataDir = server.dataDir;
  at = { origin: server.origin, slug: 'general' };
  browser = await openBrowser();
  const { api } = visitor(at);
  const [card] = must(await listProducts(api, { limit: 1, q: '单丛' })).items;
  product = must(await getProduct(api, card?.id ?? ''));
});
after(async () => {
  await browser.close();
  await assertBooks(dataDir, 'general');
});

interface Screen {
  readonly window: BrowserContext;
  readonly page: Page;
  readonly complaints: Complaints;
}

async function screen(look: Parameters<typeof openWindow>[2]): Promise<Screen> {
  const window = await openWindow(browser, at, look);
  const page = await window.newPage();
  // The console asks who is here before anybody has signed in.
  return { window, page, complaints: listen(page, ['401 /v1/me']) };
}

async function quiet({ window, complaints }: Screen): Promise<void> {
  assert.deepEqual(complaints.list, []);
  await window.close();
}

test('a purchase from sign-in by code to its return window, seen by shopper and operator', async () => {
  const shopper = await screen({ size: PHONE });
  const orderNumber = await buyByHand(shopper.page, '13900000101');
  const operator = await screen({ size: DESK });
  await shipByHand(operator.page, orderNumber);
  await quiet(operator);

  const { page } = shopper;
  await page.reload();
  await page.getByText('待收货').first().waitFor();
  await page.getByText('SF77889900').waitFor();
  await page.getByRole('button', { name: '确认收货' }).click();
  const ask = page.getByRole('dialog', { name: /确认已经收到/ });
  await ask.getByText('7 天退货期从今天开始').waitFor();
  await ask.getByRole('button', { name: '已经收到' }).click();
  await page.getByText('退货期内').first().waitFor();
  const end = page.getByRole('listitem').filter({ hasText: '退货期满' });
  const me = await signedIn(at, '13900000101');
  const orderId = /orders\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const { windowEndsAt } = await orderOf(me, orderId);
  assert.equal(await end.locator('time').getAttribute('datetime'), windowEndsAt);
  // Until it is settled nothing is booked, but the value page announces what is to come.
  await open(page, at, '/value');
  const pending = page.getByRole('link', { name: orderNumber });
  await pending.waitFor();
  assert.match((await pending.textContent()) ?? '', /还有 [78] 天/);
  await quiet(shopper);
});

/** Signs in, opens the product from the shelf, and pays. @returns the order's number. */
async function buyByHand(page: Page, phone: string): Promise<string> {
  await open(page, at, '/sign-in?next=%2F');
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('button', { name: /^填入 \d{6}$/ }).click();
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '托底百货' }).waitFor();

  await page.getByRole('searchbox').fill('单丛');
  await page.getByRole('searchbox').press('Enter');
  await page.getByRole('heading', { name: '“单丛”的搜索结果' }).waitFor();
  await page.getByRole('link', { name: product.title }).click();
  await page.getByRole('heading', { level: 1, name: product.title }).waitFor();
  await seesWhatItEarns(page);
  await page.getByRole('link', { name: '立即购买' }).click();

  await page.getByRole('button', { name: '提交订单' }).click();
  await page.getByRole('heading', { name: '模拟收银台' }).waitFor();
  const total = formatMoney(product.skus[0]?.price ?? { amount: '0', asset: 'CNY/2' });
  await page.getByText(total).first().waitFor();
  await page.getByRole('button', { name: /确认付款/ }).click();
  await page.getByRole('status').getByText('付款成功').waitFor();
  await page.getByRole('link', { name: '查看订单' }).click();
  await page.getByText('待发货').first().waitFor();
  return /\d{8}-\d{6}/.exec((await page.locator('h1').textContent()) ?? '')?.[0] ?? '';
}

/** The strip shows the API's own figures, and opens into their computation. */
async function seesWhatItEarns(page: Page): Promise<void> {
  const earning = product.skus[0]?.earning;
  assert.ok(earning !== undefined);
  const strip = page.locator('details').filter({ hasText: '这次消费将计入' });
  const said = (await strip.textContent()) ?? '';
  assert.ok(said.includes(formatMoney(earning.value)), said);
  assert.ok(said.includes(formatPoints(earning.points)), said);
  await strip.locator('summary').click();
  for (const step of ['消费金额', '其中毛利', '计入托底资金', '记给你的点值', '折合积分']) {
    await strip.locator('dt').filter({ hasText: step }).first().waitFor();
  }
  await strip.getByText(`${String(earning.returnWindowDays)} 天退货期后结算`).waitFor();
}

async function shipByHand(page: Page, orderNumber: string): Promise<void> {
  await open(page, at, '/console/orders');
  await page.getByLabel('手机号').fill(OPERATOR);
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByRole('button', { name: /^填入 \d{6}$/ }).click();
  await page.getByRole('button', { name: '登录' }).click();
  // The address that was asked for opens after the sign-in.
  await page.getByLabel('订单号或会员号').fill(orderNumber);
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('link', { name: new RegExp(orderNumber) }).click();
  const drawer = page.getByRole('dialog', { name: new RegExp(orderNumber) });
  await drawer.getByRole('button', { name: '发货' }).click();
  const dialog = page.getByRole('dialog', { name: '发货', exact: true });
  await dialog.getByRole('combobox', { name: '快递公司' }).fill('顺丰速运');
  await dialog.getByLabel('运单号').fill('SF77889900');
  await dialog.getByRole('button', { name: '确认发货' }).click();
  await page.getByText(`订单 ${orderNumber} 已发货`).waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await drawer.getByText('已发货').first().waitFor();
}

test('the whole purchase works with the keyboard alone', async () => {
  const who = await signedIn(at, '13900000102');
  const shopper = await screen({ size: PHONE, who });
  const { page } = shopper;
  await open(page, at, '/');
  await page.keyboard.press('Tab');
  assert.equal(await focusedText(page), '跳到正文', 'the first stop leads past the frame');
  await tabTo(page, product.title);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: product.title }).waitFor();
  assert.equal(await focusedText(page), product.title, 'a new page begins at its heading');
  await tabTo(page, '加一件');
  await page.keyboard.press('Space');
  await tabTo(page, '立即购买');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '确认订单' }).waitFor();
  await tabTo(page, '提交订单');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '模拟收银台' }).waitFor();
  await tabTo(page, '确认付款');
  await page.keyboard.press('Space');
  await page.getByRole('status').getByText('付款成功').waitFor();
  await tabTo(page, '查看订单');
  await page.keyboard.press('Enter');
  await page.getByText('待发货').first().waitFor();

  const sku = product.skus[0]?.id ?? '';
  const orderId = /orders\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const { lines, state } = await orderOf(who, orderId);
  assert.deepEqual([state, lines[0]?.skuId, lines[0]?.quantity], ['paid', sku, 2]);
  // A sheet holds the focus, Escape gives it back to what opened it.
  await tabTo(page, '取消订单');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /取消这个订单/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.equal(await focusedText(page), '取消订单');
  await quiet(shopper);
});

/** Presses Tab until what has the focus says `words`. */
async function tabTo(page: Page, words: string): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const text = await focusedText(page);
    if (text.includes(words)) return;
    seen.push(text.slice(0, 20));
  }
  assert.fail(`Tab never reached “${words}”; it went by ${seen.join(' | ')}`);
}

/** What a screen reader would say of the focused element, roughly. */
function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    return (element.getAttribute('aria-label') ?? element.innerText).trim();
  });
}

test('back, reload and a deep link lead to the same page in the same state', async () => {
  const who = await signedIn(at, '13900000103');
  const shopper = await screen({ size: PHONE, who });
  const { page } = shopper;
  await open(page, at, '/?category=茶');
  const shelf = await page.locator('main li').count();
  await page.evaluate(() => scrollTo(0, 300));
  await page.getByRole('link', { name: product.title }).click();
  await page.getByRole('heading', { level: 1, name: product.title }).waitFor();
  await page.goBack();
  await page.getByRole('searchbox').waitFor();
  assert.equal(await page.locator('main li').count(), shelf, 'the filter is kept');
  assert.ok(await page.evaluate(() => scrollY > 0), 'the reader is where they were');
  await page.goForward();
  await page.getByRole('heading', { level: 1, name: product.title }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: product.title }).waitFor();

  // Placing an order takes the checkout's place in the history: "back" does not place it again.
  await page.getByRole('link', { name: '立即购买' }).click();
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.getByRole('heading', { name: '模拟收银台' }).waitFor();
  const cashier = page.url();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: product.title }).waitFor();
  const other = await shopper.window.newPage();
  const complaints = listen(other);
  await other.goto(cashier);
  await other.getByRole('button', { name: /确认付款/ }).waitFor();
  assert.deepEqual(complaints.list, []);
  await quiet(shopper);
});

test('an order paid in one tab is not paid again in the other', async () => {
  const who = await signedIn(at, '13900000104');
  const { orderId, attemptId } = await place(who, {
    skuId: product.skus[0]?.id ?? '',
    quantity: 1,
  });
  const shopper = await screen({ size: PHONE, who });
  const second = await shopper.window.newPage();
  const complaints = listen(second);
  await open(shopper.page, at, `/cashier/${attemptId}`);
  await open(second, at, `/cashier/${attemptId}`);
  await shopper.page.getByRole('button', { name: /确认付款/ }).click();
  await shopper.page.getByRole('status').getByText('付款成功').waitFor();
  await second.getByRole('button', { name: /确认付款/ }).click();
  await second.getByRole('status').getByText('付款成功').waitFor();
  const { state, transfers } = await orderOf(who, orderId);
  assert.deepEqual(
    [state, transfers.map(({ kind }) => kind)],
    ['paid', ['payment_confirmed']],
    'one payment, and no refund of a second one',
  );
  assert.deepEqual(complaints.list, []);
  await quiet(shopper);
});

test('a stranger is asked to sign in, and comes back to the page they wanted', async () => {
  const shopper = await screen({ size: PHONE });
  const { page } = shopper;
  await open(page, at, '/orders');
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor();
  await page.getByLabel('手机号').fill('1380000');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByText('请填写 11 位手机号').waitFor();
  await page.getByLabel('手机号').fill('13900000105');
  await page.getByRole('button', { name: '获取验证码' }).click();
  await page.getByRole('button', { name: /^填入 \d{6}$/ }).click();
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '我的订单' }).waitFor();
  await page.getByText('还没有订单').waitFor();
  await quiet(shopper);
});
