import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fen } from '@tuodi/amount';
import { replayEvent, startReplay } from '@tuodi/economy';
import type { EconomyEvent } from '@tuodi/economy';
import { paymentConfirmed } from '@tuodi/ledger';
import type { Client, QueryResultRow } from 'pg';
import type { Transaction } from '../context.ts';
import { openEconomy, submitEconomyEvents } from '../economy/index.ts';
import { post } from '../ledger/index.ts';
import { exactTypes } from '../postgres/index.ts';
import { derivedUuid } from '../random.ts';
import { openTenant } from '../tenancy/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { auditTenant } from './index.ts';
import type { Finding } from './index.ts';

const AT = '2026-03-02T04:00:00.000Z';
const POLICY = {
  genesis_reserve: '500',
  referral_rate: '0.1',
  quota_rate: '0.45',
  levels: [
    ['0', '1'],
    ['50', '1.5'],
  ],
};

let database: TestDatabase;
let tenantId: number;

before(async () => {
  database = await createTestDatabase();
  const { context } = database;
  await context.economy.start('on demand');
  const opened = await openTenant(context, {
    slug: 'audited',
    name: 'audited',
    profile: 'document',
    clockStartsAt: AT,
  });
  assert.ok(opened.ok);
  tenantId = opened.value.id;
  assert.ok((await openEconomy(context, tenantId, { policy: POLICY, at: AT })).ok);
  await play(acceptedEvents(400));
});
after(() => database.close());

/** A small seeded generator (Numerical Recipes). */
function drawFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** Events of every kind that the rules accept, one after the other. */
function acceptedEvents(count: number): EconomyEvent[] {
  const replay = startReplay(POLICY);
  assert.ok(replay.ok);
  const draw = drawFrom(7);
  const accepted: EconomyEvent[] = [];
  for (let n = 0; accepted.length < count; n += 1) {
    const event = drawEvent(draw, n);
    if (replayEvent(replay.value, event).ok) accepted.push(event);
  }
  const kinds = new Set(accepted.map((event) => event.type));
  assert.equal(kinds.size, 10, 'the stream has every kind of event but release and the IPO');
  return accepted;
}

const orderId = (n: number): string => derivedUuid('audit', 'order', String(n));

function drawEvent(draw: (below: number) => number, n: number): EconomyEvent {
  const user = String(1 + draw(5));
  const merchant = String(1 + draw(2));
  const some = orderId(Math.max(0, n - draw(40)));
  const paid = { amount: String(50 + draw(200)), margin: String(20 + draw(30)) };
  const order = { type: 'order', id: orderId(n), user, merchant, ...paid };
  const choices: EconomyEvent[] = [
    order,
    order,
    { ...order, referrer: String(1 + draw(5)) },
    { ...order, c: String(draw(5)) },
    { type: 'settle', order: some },
    { type: 'settle', order: some },
    { type: 'settle', order: some },
    { type: 'refund', order: some, amount: draw(2) === 0 ? 'all' : '7.35' },
    { type: 'sell', user, points: '1.5' },
    { type: 'convert', user, points: '3' },
    { type: 'convert', user, points: '2' },
    { type: 'redeem_c', merchant, amount: '1' },
    { type: 'goods', user, points: '0.5', cost: '0.01' },
    { type: 'claim', user },
    { type: 'close_day' },
    { type: 'inject', amount: '1.5' },
    { type: 'sell', merchant, points: 'all' },
  ];
  return choices[draw(choices.length)] ?? order;
}

/** Pays for orders as the payments room would, and hands the events over. */
async function play(events: readonly EconomyEvent[]): Promise<void> {
  const { context } = database;
  for (const [position, event] of events.entries()) {
    await context.transaction(tenantId, async (tx) => {
      if (event.type === 'order') {
        const cash =
          BigInt(String(event.amount)) * 100n -
          BigInt(typeof event.c === 'string' ? event.c : '0') * 100n;
        await post(context, tx, tenantId, {
          transfer: paymentConfirmed({ gateway: 1n, amount: fen(cash) }),
          at: AT,
          cause: { type: 'payment', id: String(event.id) },
        });
      }
      const sourceType = event.type === 'close_day' ? 'day' : 'test';
      const day = new Date(Date.parse(AT) + position * 86_400_000).toISOString().slice(0, 10);
      const sourceId = event.type === 'close_day' ? day : String(position);
      await submitEconomyEvents(tx, tenantId, [{ sourceType, sourceId, at: AT, event }]);
    });
  }
  await context.economy.drain(tenantId);
}

/** Audits inside a connection's open transaction, so that damage is seen and then taken back. */
async function auditIn(owner: Client): Promise<readonly Finding[]> {
  const ask = async <Row extends QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    owner.query<Row>({ text, values: [...values], types: exactTypes });
  const tx: Transaction = {
    query: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await ask<Row>(text, values)).rows,
    first: async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) =>
      (await ask<Row>(text, values)).rows[0],
    run: async (text, values) => (await ask(text, values)).rowCount ?? 0,
  };
  const inside = { ...database.context, economy: database.context.economy };
  return auditTenant({ ...inside, snapshot: (_tenant, work) => work(tx) }, tenantId);
}

test('events of every kind leave log, journal, accounts, orders and pots in one story', async () => {
  const findings = await auditTenant(database.context, tenantId);
  // No aftersale room took part here, so refunds are due that no gateway was asked for.
  const others = findings.filter(({ check }) => !check.startsWith('refund_due'));
  assert.deepEqual(
    others.filter(({ differences }) => differences.length > 0),
    [],
  );
});

/** What an owner of the database might change, and which check must complain. */
const damages: readonly (readonly [what: string, sql: string, check: RegExp])[] = [
  [
    'points of an account',
    "update economy_accounts set points = points + 1 where account_key = 'u:2'",
    /replay|balances/,
  ],
  [
    'a quota',
    "update economy_accounts set quota_fen = quota_fen + 1, given_fen = given_fen + 1 where account_key = 'u:2'",
    /replay/,
  ],
  ['the reserve', 'update economy_states set reserve_fen = reserve_fen + 1', /replay|pots/],
  [
    'an order',
    "update economy_orders set margin_fen = margin_fen - 1 where state = 'settled'",
    /replay/,
  ],
  [
    'a logged event',
    "update economy_log set event = replace(event::text, '1.5', '1.6')::json where event::text like '%1.5%'",
    /log|replay/,
  ],
  ['a hash', "update economy_log set hash = '\\x00' where seq = 5", /log gapless/],
  ['an entry taken out', 'delete from economy_log where seq = 7', /log gapless|replay/],
  [
    'a leg',
    "update transfers set amounts[1] = amounts[1] + 1, amounts[2] = amounts[2] - 1 where kind = 'day_closed'",
    /one transfer|pots/,
  ],
  [
    'a transfer taken out',
    "delete from transfers where id = (select id from transfers where kind = 'points_sold' limit 1)",
    /one transfer/,
  ],
  ['a balance', 'update balances set balance = balance + 1 where account_id = 34', /balances/],
  ['the head', "update economy_states set head = '\\x01'", /log gapless/],
];

for (const [what, sql, check] of damages) {
  test(`the audit finds out a change of ${what}`, async () => {
    await database.asOwner(async (owner) => {
      await owner.query('begin');
      const { rowCount } = await owner.query(sql);
      assert.ok((rowCount ?? 0) > 0, 'the damage was done');
      const findings = await auditIn(owner);
      await owner.query('rollback');
      const broken = findings.filter(({ differences }) => differences.length > 0);
      assert.ok(
        broken.some((finding) => check.test(finding.check)),
        broken.map((finding) => finding.check).join(),
      );
    });
  });
}
