import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fen } from '@tuodi/amount';
import { replayEvent, startReplay } from '@tuodi/economy';
import type { EconomyEvent } from '@tuodi/economy';
import { paymentConfirmed } from '@tuodi/ledger';
import { openEconomy, submitEconomyEvents } from '../economy/index.ts';
import { post } from '../ledger/index.ts';
import { derivedUuid } from '../random.ts';
import { openTenant } from '../tenancy/index.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { testDamages } from './damage.fixture.ts';
import { auditTenant } from './index.ts';

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
        post(context, tx, tenantId, {
          transfer: paymentConfirmed({ gateway: 1n, amount: fen(cash) }),
          at: AT,
          cause: { type: 'payment', id: String(event.id) },
        });
      }
      const sourceType = event.type === 'close_day' ? 'day' : 'test';
      const day = new Date(Date.parse(AT) + position * 86_400_000).toISOString().slice(0, 10);
      const sourceId = event.type === 'close_day' ? day : String(position);
      submitEconomyEvents(tx, tenantId, [{ sourceType, sourceId, at: AT, event }]);
    });
  }
  await context.economy.drain(tenantId);
}

test('events of every kind leave log, journal, accounts, orders and pots in one story', async () => {
  const findings = await auditTenant(database.context, tenantId);
  // No shop took part here: orders have no rows, payments no receipts, refunds no gateway.
  const ofTheShop = /^(refund_due|gateways|orders = orders)/;
  const others = findings.filter(({ check }) => !ofTheShop.test(check));
  assert.deepEqual(
    others.filter(({ differences }) => differences.length > 0),
    [],
  );
});

testDamages(
  () => ({ database, tenantId }),
  [
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
    [
      'a member’s cash, in two balances',
      `update balances set balance = balance + case account_id when 18 then 1 else -1 end
     where account_id in (18, 34)`,
      /cash of members|balances/,
    ],
    [
      'a member’s cash, by a transfer and its balances',
      `with moved as (
       insert into transfers (tenant_id, id, at, recorded_at, kind, cause_type, cause_id,
         account_ids, assets, amounts)
       select tenant_id, gen_random_uuid(), at, at, 'genesis', 'policy', '2', '{16,18}', '{1,1}',
         '{-100,100}'
       from transfers where kind = 'genesis'
     )
     update balances set balance = balance + 100 where account_id = 18`,
      /cash of members/,
    ],
    [
      'a merchant’s cash, by a transfer and its balances',
      `with moved as (
       insert into transfers (tenant_id, id, at, recorded_at, kind, cause_type, cause_id,
         account_ids, assets, amounts)
       select tenant_id, gen_random_uuid(), at, at, 'genesis', 'policy', '2', '{21,37}', '{1,1}',
         '{-100,100}'
       from transfers where kind = 'genesis'
     )
     update balances set balance = balance + case account_id when 21 then -100 else 100 end
     where account_id in (21, 37)`,
      /every account/,
    ],
    ['a balance that was deleted', 'delete from balances where account_id = 34', /^balances/],
    ['a day’s price', 'update economy_days set price = price + 1 where seq > 9', /closed days/],
    ['a day’s reserve', 'update economy_days set reserve_fen = reserve_fen + 1', /closed days/],
    [
      'a day’s circulating points',
      'update economy_days set circulating_points = circulating_points + 1',
      /closed days/,
    ],
    ['a day’s sales', 'update economy_days set sales_fen = sales_fen + 1', /closed days/],
    ['the date of a day', 'update economy_days set day = day + 4000 where seq > 9', /closed days/],
    ['a day taken out', 'delete from economy_days', /closed days/],
    ['the count of forced exits', 'update economy_states set forced_exits = 99', /^replay/],
    [
      'what settled today',
      `update economy_states set today = jsonb_set(today::jsonb, '{sales}', '"7"')::json`,
      /^replay/,
    ],
    [
      'a quota ever given',
      "update economy_accounts set given_fen = given_fen + 1 where account_key = 'u:2'",
      /^replay/,
    ],
    ['a line of a history', 'update economy_activity set cash_fen = cash_fen + 1', /histories/],
    ['a history’s line taken out', "delete from economy_activity where what = 'sold'", /histories/],
    [
      'a history’s line put in',
      `insert into economy_activity (tenant_id, account_key, seq, what, at, points, cash_fen)
     select tenant_id, 'u:1', 1000000, 'sold', now(), 0, 1 from economy_states`,
      /histories/,
    ],
    [
      'the facts of an outcome',
      `update economy_outcomes set outcome = jsonb_set(outcome::jsonb, '{facts,net}', '"1"')::json
     where outcome::text like '%"type":"sell"%'`,
      /^outcomes/,
    ],
    [
      'the transfer that an outcome names',
      `update economy_outcomes
     set outcome = jsonb_set(outcome::jsonb, '{transferId}', to_jsonb(gen_random_uuid()))::json
     where outcome::text like '%"type":"sell"%'`,
      /^outcomes/,
    ],
    [
      'the place of an outcome',
      'update economy_outcomes set seq = 1000000 where seq = 7',
      /^outcomes/,
    ],
    [
      'the time of a transfer',
      "update transfers set at = at + interval '1 second' where kind = 'points_sold'",
      /one transfer/,
    ],
  ],
);
