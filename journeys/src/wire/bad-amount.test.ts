import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { signatureOf, SIMULATOR } from '@tuodi/platform/payments';
import type { Visitor } from '../visitor.ts';
import { Border, cny, growth, INVALID, product } from './border.ts';
import type { Case } from './border.ts';

let border: Border;

before(async () => {
  border = await Border.open('bad-amount');
});
after(() => border.close());

test('amounts with fractions of a fen, negative and enormous numbers are refused', async () => {
  const { shopper, operator, skuId } = border.mall;
  const { orderId, lineId } = border.atStake.paid;
  const enormous = '9'.repeat(31);
  const amounts = ['100.5', '1e3', '', ' 1', '0x10', '١', enormous, 100, -1, 1.5, null, true];
  const quantities = [0, -1, 1.5, 1_000_001, 1e21, '1', null];
  const refund = (quantity: unknown) => ({ lines: [{ lineId, quantity }] });
  const checkout = (more: object) => ({ lines: [{ skuId, quantity: 1 }], ...more });
  const to = 'POST /v1/checkouts';
  await border.allRefused([
    ...amounts.flatMap((amount): Case[] => [
      { who: shopper, to, body: checkout({ expectedTotal: cny(amount) }), problem: INVALID },
      {
        who: shopper,
        to: 'POST /v1/value/sales',
        body: { points: growth(amount) },
        problem: INVALID,
      },
      { who: operator, to: 'POST /v1/console/products', body: product(amount), problem: INVALID },
    ]),
    ...quantities.flatMap((quantity): Case[] => [
      { who: shopper, to, body: { lines: [{ skuId, quantity }] }, problem: INVALID },
      {
        ...{ who: operator, to: `POST /v1/console/orders/${orderId}/refunds` },
        ...{ body: refund(quantity), problem: INVALID },
      },
    ]),
    { who: shopper, to, body: checkout({ expectedTotal: growth('10000') }), problem: INVALID },
    {
      ...{ who: shopper, to, body: checkout({ expectedTotal: cny('-10000') }) },
      problem: [409, 'orders.price_changed'],
    },
    {
      ...{ who: shopper, to, body: checkout({ expectedTotal: cny('9'.repeat(30)) }) },
      problem: [409, 'orders.price_changed'],
    },
    {
      ...{ who: shopper, to, body: { lines: [{ skuId, quantity: 1_000_000 }] } },
      problem: [409, 'stock.not_enough'],
    },
    {
      ...{ who: operator, to: `POST /v1/console/orders/${orderId}/refunds`, body: refund(3) },
      problem: [422, 'aftersale.nothing_left'],
    },
  ]);
});

test('points and prices that the rules do not allow are refused', async () => {
  const { shopper, other, operator } = border.mall;
  const points = (amount: string) => ({ points: growth(amount) });
  const sale = (who: Visitor, body: unknown, status: number, code: string): Case[] =>
    ['/v1/value/sales', '/v1/value/sales/preview'].map((path) => {
      return { who, to: `POST ${path}`, body, problem: [status, code] };
    });
  const to = 'POST /v1/console/products';
  await border.allRefused([
    ...sale(shopper, points('0'), 422, 'economy.bad_points'),
    ...sale(shopper, points('-1'), 422, 'economy.bad_points'),
    ...sale(shopper, points('9'.repeat(30)), 422, 'economy.not_enough_points'),
    ...sale(shopper, { points: 'everything' }, ...INVALID),
    ...sale(shopper, { points: cny('100') }, ...INVALID),
    ...sale(other, points('1'), 404, 'economy.no_account'),
    { who: operator, to, body: product('0'), problem: [422, 'catalog.bad_price'] },
    { who: operator, to, body: product('-1'), problem: [422, 'catalog.bad_price'] },
    { who: operator, to, body: product('10', '11'), problem: [422, 'catalog.bad_price'] },
    { who: operator, to, body: product('10', '-1'), problem: [422, 'catalog.bad_price'] },
  ]);
});

test('a callback that is forged, mismatched or of nothing known is refused', async () => {
  const { stranger } = border.mall;
  const { attemptId } = border.atStake.unpaid;
  const callback = (more: object = {}): string =>
    JSON.stringify({
      ...{ id: `g-${attemptId}`, attemptId, kind: 'payment_succeeded', amount: cny('10000') },
      at: '2026-01-10T08:00:00Z',
      ...more,
    });
  const signed = (body: string, tenantId = border.mall.tenant.id): Record<string, string> => {
    return { 'x-signature': signatureOf(border.context, { tenantId, gateway: SIMULATOR }, body) };
  };
  const to = 'POST /v1/gateways/simulator/callbacks';
  const genuine = (more: object, ...problem: [number, string]): Case => {
    const body = callback(more);
    return { who: stranger, to, body, headers: signed(body), problem };
  };
  const forged = (body: string, headers: Record<string, string>): Case => {
    return { who: stranger, to, body, headers, problem: [401, 'payments.bad_signature'] };
  };
  await border.allRefused([
    forged(callback(), {}),
    forged(callback(), { 'x-signature': '0'.repeat(64) }),
    forged(callback(), signed(callback(), border.mall.tenant.id + 1)),
    forged(callback({ amount: cny('1') }), signed(callback())),
    forged(`${callback()}\n`, signed(callback())),
    genuine({ amount: cny('9999') }, 422, 'payments.amount_mismatch'),
    genuine({ amount: cny('-10000') }, 422, 'payments.amount_mismatch'),
    genuine({ amount: cny('10000.00') }, ...INVALID),
    genuine({ amount: { amount: '10000', asset: 'USD/2' } }, ...INVALID),
    genuine({ attemptId: randomUUID() }, 404, 'payments.unknown_attempt'),
    genuine({ kind: 'refund_succeeded', refundId: randomUUID() }, 404, 'payments.unknown_refund'),
    genuine({ kind: 'chargeback' }, ...INVALID),
  ]);
});
