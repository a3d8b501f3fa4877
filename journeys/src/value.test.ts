import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  formatMoney,
  formatPoints,
  getProduct,
  getSale,
  getValue,
  listActivity,
  listProducts,
  previewSale,
  unitsOf,
} from '@tuodi/web-client';
import type { Growth, OrderDetail } from '@tuodi/web-client';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { listen } from './complaints.ts';
import { assertBooks } from './installation.ts';
import { sharedServer } from './shared-server.ts';
import { buyAndSettle } from './shop.ts';
import { open, openWindow, PHONE } from './tab.ts';
import { must, OPERATOR, signedIn, visitor } from './visitor.ts';
import type { MallAddress, Visitor } from './visitor.ts';

// In the simulation, whose clock stands: a return window can be over at once.
let at: MallAddress;
let dataDir: string;
let browser: Browser;
let operator: Visitor;
let skuId: string;

before(async () => {
  const server = await sharedServer();
  dataDir = server.dataDir;
  at = { origin: server.origin, slug: 'founding' };
  browser = await openBrowser();
  operator = await signedIn(at, OPERATOR);
  const { api } = visitor(at);
  const [card] = must(await listProducts(api, { limit: 1 })).items;
  const product = must(await getProduct(api, card?.id ?? ''));
  skuId = product.skus[0]?.id ?? '';
});
after(async () => {
  await browser.close();
  await assertBooks(dataDir, 'founding');
});

/** Somebody with one order whose return window is over, settled by the server's own tick. */
async function holder(phone: string): Promise<{ who: Visitor; order: OrderDetail }> {
  const who = await signedIn(at, phone);
  const order = await buyAndSettle({ who, operator, dataDir }, { skuId, quantity: 3 });
  return { who, order };
}

async function phoneOf(who: Visitor) {
  const window = await openWindow(browser, at, { size: PHONE, who });
  const page = await window.newPage();
  return { window, page, complaints: listen(page) };
}

test('a settled order becomes points: the value page shows them, their backing, and each fen’s way', async () => {
  const { who, order } = await holder('13900000301');
  const value = must(await getValue(who.api));
  assert.deepEqual(value.points, order.earned?.points);
  const { window, page, complaints } = await phoneOf(who);
  await open(page, at, '/value');
  await page.getByText('模拟演示').first().waitFor();
  await page.getByText('此刻全部卖出可得').waitFor();
  const shown = async (title: string) => (await sectionText(page, title)) ?? '';
  assert.ok((await page.locator('main').innerText()).replaceAll(/\s/g, '').includes(net(value)));
  const backing = await shown('有没有钱兜着');
  assert.ok(backing.includes(formatMoney(value.backing.reserve)), backing);
  assert.match(backing, /两边相等/);
  assert.match(await shown('每一分去了哪里'), /一分不差/);
  assert.match(await shown('额度上限'), /额度是上限，不是承诺/);
  await page.getByText('到现在为止没有下跌过').waitFor();
  await page.getByRole('link', { name: /上一笔已结算订单/ }).click();
  await page.getByRole('heading', { level: 1, name: order.number }).waitFor();
  await page.getByText('已结算').first().waitFor();
  // The way of each fen, down to the double entry.
  await page.getByRole('button', { name: '结算' }).click();
  const sheet = page.getByRole('dialog', { name: '结算' });
  await sheet.getByText('两边相等').first().waitFor();
  await sheet.getByText(order.earned?.transferId ?? 'none').waitFor();
  assert.deepEqual(complaints.list, []);
  await window.close();
});

function net(value: { net: { amount: string }; pendingDividend: { amount: string } }): string {
  const sum = BigInt(value.net.amount) + BigInt(value.pendingDividend.amount);
  return formatMoney({ amount: String(sum), asset: 'CNY/2' });
}

async function sectionText(page: Page, title: string): Promise<string> {
  const section = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: title }) });
  return (await section.first().innerText()).replaceAll(/[\n ]/g, '');
}

test('points are sold by preview, confirmation and receipt, which names its transfer and stays', async () => {
  const { who } = await holder('13900000302');
  const before = must(await getValue(who.api));
  const { window, page, complaints } = await phoneOf(who);
  await open(page, at, '/value');
  await page.getByRole('link', { name: '卖出' }).click();
  await page.getByLabel('卖出多少点').fill('0');
  await page.getByText('请填写大于 0').waitFor();
  assert.ok(await page.getByRole('button', { name: '预览' }).isDisabled());
  await page.getByRole('button', { name: '一半' }).click();
  const half: Growth = { amount: String(unitsOf(before.points) / 2n), asset: 'GROWTH/12' };
  const preview = must(await previewSale(who.api, half));
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText('到手').waitFor();
  const shown = await sectionText(page, '预览');
  for (const sum of [preview.gross, preview.net])
    assert.ok(shown.includes(formatMoney(sum)), shown);
  assert.deepEqual(must(await getValue(who.api)), before, 'a preview moves nothing');

  await page.getByRole('button', { name: /下一步/ }).click();
  const ask = page.getByRole('dialog', { name: /确认卖出/ });
  const effect = await ask.innerText();
  assert.ok(effect.includes(formatPoints(preview.points)), effect);
  assert.ok(effect.includes(formatMoney(preview.net)), effect);
  await ask.getByRole('button', { name: '确认卖出' }).click();
  await page.getByRole('heading', { level: 1, name: '卖出回执' }).waitFor();

  const saleId = /value\/sales\/(\d+)/.exec(page.url())?.[1] ?? '';
  const sale = must(await getSale(who.api, saleId));
  assert.deepEqual([sale.points, sale.net], [preview.points, preview.net]);
  await readsReceipt(page, { saleId, transferId: sale.transfer?.id ?? '', hash: sale.logHash });
  await page.reload();
  await readsReceipt(page, { saleId, transferId: sale.transfer?.id ?? '', hash: sale.logHash });
  // The receipt took the sale's place: "back" does not sell again.
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '权益' }).waitFor();
  const after = must(await getValue(who.api));
  assert.equal(unitsOf(after.points), unitsOf(before.points) - unitsOf(half));
  assert.equal(unitsOf(after.cash), unitsOf(before.cash) + unitsOf(preview.net));
  assert.deepEqual(complaints.list, []);

  const link = await window.newPage();
  await open(link, at, `/value/sales/${saleId}`);
  await link.getByRole('heading', { level: 1, name: '卖出回执' }).waitFor();
  await window.close();
  await strangerSeesNothing(saleId);
});

interface ReceiptFacts {
  readonly saleId: string;
  readonly transferId: string;
  readonly hash: string;
}

async function readsReceipt(page: Page, facts: ReceiptFacts): Promise<void> {
  await page.getByText(facts.hash).waitFor();
  await page.getByText(facts.saleId, { exact: true }).waitFor();
  await page.getByRole('button', { name: /回购积分/ }).click();
  const sheet = page.getByRole('dialog', { name: /回购积分/ });
  await sheet.getByText(facts.transferId).waitFor();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
}

async function strangerSeesNothing(saleId: string): Promise<void> {
  const other = await signedIn(at, '13900000303');
  const { window, page } = await phoneOf(other);
  await open(page, at, `/value/sales/${saleId}`);
  await page.getByText('economy.no_such_receipt').waitFor();
  await window.close();
}

test('two tabs that sell: each sale is one receipt, and nothing is sold twice', async () => {
  const { who } = await holder('13900000304');
  const held = unitsOf(must(await getValue(who.api)).points);
  const { window, page, complaints } = await phoneOf(who);
  const second = await window.newPage();
  for (const tab of [page, second]) {
    await open(tab, at, '/value/sell');
    await tab.getByRole('button', { name: '四分之一' }).click();
    await tab.getByRole('button', { name: '预览' }).click();
    await tab.getByRole('button', { name: /下一步/ }).click();
  }
  await Promise.all(
    [page, second].map(async (tab) => {
      const yes = tab.getByRole('dialog').getByRole('button', { name: '确认卖出' });
      await yes.dblclick();
      await tab.getByRole('heading', { level: 1, name: '卖出回执' }).waitFor();
    }),
  );
  assert.notEqual(page.url(), second.url());
  assert.equal(unitsOf(must(await getValue(who.api)).points), held - 2n * (held / 4n));
  const activity = must(await listActivity(who.api, {})).items;
  assert.equal(activity.filter(({ what }) => what === 'sold').length, 2);
  // What the second tab offered is gone: selling more than is held is refused in words.
  await open(second, at, '/value/sell');
  await second.getByLabel('卖出多少点').fill('99999999');
  await second.getByRole('button', { name: '预览' }).click();
  await second.getByText('economy.not_enough_points').waitFor();
  assert.deepEqual(complaints.list, []);
  await window.close();
});
