import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { requestCode, signIn } from '@tuodi/platform/identity';
import { simulatedMessages } from '@tuodi/platform/messaging';
import { joinInstallation } from '../installation.ts';
import { visitor } from '../visitor.ts';
import type { Visitor } from '../visitor.ts';
import { Border, growth, INVALID, product } from './border.ts';
import type { Case } from './border.ts';

let border: Border;

before(async () => {
  border = await Border.open('bad-caller');
});
after(() => border.close());

test('a key that is missing, no key, or was used for another request is refused', async () => {
  const { shopper, operator, skuId } = border.mall;
  const lines = [{ skuId, quantity: 1 }];
  const to = 'POST /v1/checkouts';
  const problem = [400, 'idempotency.key_malformed'] as const;
  await border.allRefused([
    ...['', 'short', 'x'.repeat(201), 'with blank'].map((key): Case => {
      const headers = { 'idempotency-key': key };
      return { who: shopper, to, body: { lines }, headers, problem };
    }),
    ...keyed().map((path): Case => {
      const headers = { 'idempotency-key': undefined };
      const without = [400, 'idempotency.key_missing'] as const;
      return { who: shopper, to: `POST ${path}`, body: {}, headers, problem: without };
    }),
  ]);
  await sameKeyOtherBody(operator, `/v1/console/orders/${border.atStake.paid.orderId}/ship`, [
    { carrier: 'SF', tracking: '1' },
    { carrier: 'SF', tracking: '2' },
  ]);
  await sameKeyOtherBody(shopper, '/v1/checkouts', [
    { lines },
    { lines: [{ skuId, quantity: 2 }] },
  ]);
  await sameKeyOtherBody(shopper, '/v1/value/sales', [
    { points: growth('1000000000000') },
    { points: growth('2000000000000') },
  ]);
  await sameKeyOtherBody(operator, `/v1/console/orders/${border.atStake.paid.orderId}/refunds`, [
    { lines: [{ lineId: border.atStake.paid.lineId, quantity: 1 }] },
    { lines: [{ lineId: border.atStake.paid.lineId, quantity: 2 }] },
  ]);
});

/** Every POST of a member that moves value. */
function keyed(): readonly string[] {
  const { unpaid, paid } = border.atStake;
  return [
    '/v1/checkouts',
    `/v1/payments/${unpaid.paymentId}/attempts`,
    `/v1/orders/${paid.orderId}/cancel`,
    `/v1/orders/${paid.orderId}/receive`,
    '/v1/value/sales',
    '/v1/value/claims',
  ];
}

/** The first body is accepted, once; the second gets its problem and changes nothing. */
async function sameKeyOtherBody(
  who: Visitor,
  path: string,
  [body, another]: readonly [unknown, unknown],
): Promise<void> {
  const headers = { 'idempotency-key': randomUUID() };
  const first = await who.send('POST', path, { body, headers });
  assert.ok(first.status < 300, `${path}: ${first.text}`);
  const again = await who.send('POST', path, { body, headers });
  assert.deepEqual([again.status, JSON.parse(again.text)], [first.status, JSON.parse(first.text)]);
  await border.takePrint();
  await border.allRefused([
    { who, to: `POST ${path}`, body: another, headers, problem: [422, 'idempotency.key_reused'] },
  ]);
}

test('no session, one that ended or expired, and one that never was, are told apart from a role', async () => {
  const { at, stranger, shopper, rival } = border.mall;
  const ended = visitor(at, await endedToken());
  const expired = visitor(at, await expiredToken());
  const invented = visitor(at, 'A'.repeat(43));
  const garbage = visitor(at, '%%%');
  const body = { lines: [{ skuId: border.mall.skuId, quantity: 1 }] };
  const NOBODY = [401, 'identity.not_signed_in'] as const;
  const ENDED = [401, 'identity.session_expired'] as const;
  const NO_ROLE = [403, 'identity.role_missing'] as const;
  const privately = ['GET /v1/me', 'GET /v1/orders', 'GET /v1/value', 'POST /v1/checkouts'];
  const withBody = (to: string) => (to.startsWith('POST') ? { to, body } : { to });
  await border.allRefused([
    ...privately.flatMap((to): Case[] => [
      { who: stranger, ...withBody(to), problem: NOBODY },
      { who: garbage, ...withBody(to), problem: NOBODY },
      ...[ended, expired, invented].map((who): Case => {
        return { who, ...withBody(to), problem: ENDED };
      }),
    ]),
    ...['/v1/console/orders', '/v1/console/overview', '/v1/console/economy/log'].map(
      (path): Case => ({ who: shopper, to: `GET ${path}`, problem: NO_ROLE }),
    ),
    { who: rival, to: 'GET /v1/console/economy', problem: NO_ROLE },
    {
      ...{ who: rival, to: `GET /v1/console/orders/${border.atStake.paid.orderId}` },
      problem: [404, 'orders.unknown_order'],
    },
    {
      ...{ who: rival, to: 'POST /v1/console/products', body: product('100') },
      problem: [403, 'catalog.not_your_merchant'],
    },
  ]);
});

async function endedToken(): Promise<string> {
  const { token, send } = border.mall.other;
  assert.equal((await send('DELETE', '/v1/sessions/current')).status, 204);
  await border.takePrint();
  return token;
}

/** A session of 31 days ago, by a program whose wall clock stood there. */
async function expiredToken(): Promise<string> {
  const before = new Date(Date.now() - 31 * 86_400_000).toISOString();
  const past = await joinInstallation(border.dataDir, () => before);
  try {
    const phone = '13911110009';
    await requestCode(past, border.mall.tenant, { phone, language: 'en' });
    const [message] = (await simulatedMessages(past, border.mall.tenant, `+86${phone}`)) ?? [];
    const signed = await signIn(past, border.mall.tenant, { phone, code: message?.code ?? '' });
    assert.ok(signed.ok);
    await border.takePrint();
    return signed.value.token;
  } finally {
    await past.close();
  }
}

test('a wrong, foreign, used or malformed code signs nobody in', async () => {
  const { stranger } = border.mall;
  const phone = '13911110002';
  const to = 'POST /v1/sessions';
  const asked = await stranger.send('POST', '/v1/sign-in/codes', { body: { phone } });
  assert.equal(asked.status, 202);
  const shown = await stranger.send('GET', `/v1/simulator/messages?phone=${phone}`);
  const { items }: { items: { code: string }[] } = JSON.parse(shown.text);
  const code = items[0]?.code ?? '';
  const wrong = code === '000000' ? '000001' : '000000';
  await border.takePrint();
  await border.allRefused([
    { who: stranger, to, body: { phone, code: wrong }, problem: [422, 'identity.wrong_code'] },
    { who: stranger, to, body: { phone, code: '12345' }, problem: INVALID },
    { who: stranger, to, body: { phone: '110', code }, problem: INVALID },
    {
      ...{ who: stranger, to, body: { phone: '13911119999', code } },
      problem: [422, 'identity.code_expired'],
    },
  ]);
  const signed = await stranger.send('POST', '/v1/sessions', { body: { phone, code } });
  assert.equal(signed.status, 201);
  await border.takePrint();
  await border.allRefused([
    { who: stranger, to, body: { phone, code }, problem: [422, 'identity.code_expired'] },
  ]);
});
