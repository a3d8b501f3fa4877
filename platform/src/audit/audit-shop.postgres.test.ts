import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askGateway } from '../payments/index.ts';
import { cancelOrder, refundOrder, settleDue } from '../orders/index.ts';
import { directly, TestMall } from '../orders/mall.fixture.ts';
import { createTestDatabase } from '../testing.ts';
import type { TestDatabase } from '../testing.ts';
import { testDamages } from './damage.fixture.ts';
import { auditTenant } from './index.ts';

const WINDOW_ENDS = '2026-01-08T16:00:00Z';

let database: TestDatabase;
let mall: TestMall;

before(async () => {
  database = await createTestDatabase();
  await database.context.economy.start('on demand');
  mall = await TestMall.open(database.context, 'audited-shop');
  await trade();
});
after(() => database.close());

/** Orders in every state, refunds before and after settlement, and money that came too late. */
async function trade(): Promise<void> {
  const { context } = database;
  const skus = [
    await mall.sku(),
    await mall.sku({
      merchant: mall.merchants[1],
      price: 777n,
      supply: { kind: 'margin', basisPoints: 4_500n },
    }),
  ];
  const [member, referrer] = [await mall.member('shopper'), await mall.member('friend')];
  const lines = skus.map((skuId) => ({ skuId, quantity: 3n }));
  const settled = await mall.received({ member, referrer, lines });
  await mall.received({ member: referrer, lines });
  await mall.advance(WINDOW_ENDS);
  const refund = async (orderId: string, quantity: bigint): Promise<void> => {
    const tenant = await mall.tenant();
    const pieces = [{ position: 1, quantity }];
    const outcome = await context.transaction(mall.id, (tx) =>
      refundOrder(context, tx, tenant, { orderId, scope: {}, lines: pieces, reason: '' }),
    );
    assert.ok(outcome.ok);
  };
  await refund(settled.orders[0]?.id ?? '', 1n);
  await refund(settled.orders[1]?.id ?? '', 3n);
  const open = await mall.paid({ member, lines });
  await refund(open.orders[0]?.id ?? '', 2n);
  await mall.received({ member, lines });
  // Paid twice: the second payment goes back.
  const twice = await mall.placed({ member, lines });
  const callbacks = [await mall.attempt(twice), await mall.attempt(twice)];
  for (const callback of callbacks) assert.ok((await mall.confirm(callback)).ok);
  const orderId = twice.orders[0]?.id ?? '';
  const tenant = await mall.tenant();
  await context.transaction(mall.id, (tx) =>
    cancelOrder(context, tx, tenant, { orderId, scope: {}, reason: '' }),
  );
  await mall.placed({ member, lines });
  await context.economy.drain(mall.id);
  await askGateway(context, tenant, directly(context));
  // Booked, and not yet asked for.
  await refund(open.orders[1]?.id ?? '', 1n);
  await context.economy.drain(mall.id);
}

test('a shop with orders in every state, refunds and stray payments is one story', async () => {
  const findings = await auditTenant(database.context, mall.id);
  for (const { check, differences } of findings) assert.deepEqual(differences, [], check);
});

test('orders and refunds whose events still wait are no differences', async () => {
  const { context } = database;
  const waiting = await TestMall.open(context, 'waiting-shop');
  const member = await waiting.member('shopper');
  const lines = [{ skuId: await waiting.sku(), quantity: 2n }];
  const { orders } = await waiting.received({ member, lines });
  await context.economy.drain(waiting.id);
  const tenant = await waiting.tenant();
  assert.equal(await settleDue(context, tenant, '2026-01-08'), 1);
  const orderId = orders[0]?.id ?? '';
  const pieces = [{ position: 1, quantity: 1n }];
  await waiting.paid({ member, lines });
  await context.transaction(waiting.id, (tx) =>
    refundOrder(context, tx, tenant, { orderId, scope: {}, lines: pieces, reason: '' }),
  );
  const waits = await context.transaction(waiting.id, (tx) =>
    tx.query<{ source_type: string }>('select source_type from economy_inbox order by n'),
  );
  const types = waits.map((row) => row.source_type);
  assert.deepEqual(types, ['order_settled', 'order_paid', 'refund']);
  const findings = await auditTenant(context, waiting.id);
  for (const { check, differences } of findings) assert.deepEqual(differences, [], check);
});

testDamages(
  () => ({ database, tenantId: mall.id }),
  [
    [
      'a transfer of a payment',
      `update transfers set amounts = array[amounts[1] + 1, amounts[2] - 1]
       where kind = 'payment_confirmed'`,
      /^gateways/,
    ],
    [
      'a payment’s transfer taken out',
      "delete from transfers where kind = 'payment_confirmed'",
      /^gateways/,
    ],
    [
      'a payment posted twice',
      `insert into transfers
       select tenant_id, gen_random_uuid(), at, recorded_at, kind, cause_type, cause_id, member,
         merchant, account_ids, assets, amounts
       from transfers where kind = 'payment_unexpected'`,
      /^gateways/,
    ],
    [
      'what a payout is of',
      "update transfers set cause_id = gen_random_uuid()::text where kind = 'refund_confirmed'",
      /^gateways/,
    ],
    ['a receipt', 'update payment_receipts set amount_fen = amount_fen + 1', /^gateways/],
    [
      'what a receipt is for',
      'update payment_receipts set payment_id = gen_random_uuid() where expected',
      /^gateways/,
    ],
    [
      'a confirmed refund',
      "update payment_refunds set amount_fen = amount_fen - 1 where state = 'confirmed'",
      /^gateways/,
    ],
    [
      'a refund that was never paid out',
      `update payment_refunds set state = 'confirmed', confirmed_at = opened_at
       where state = 'due'`,
      /^gateways/,
    ],
    ['a payment', 'update payments set amount_fen = amount_fen + 1', /^gateways/],
    ['a checkout', 'update checkouts set total_fen = total_fen + 1', /^gateways/],
    [
      'the member of a refund',
      "update payment_refunds set member = member + 1 where cause = 'refund'",
      /^gateways/,
    ],
    [
      'an order’s state before it settled',
      "update orders set state = 'settled' where state in ('paid', 'return_window')",
      /^orders =/,
    ],
    [
      'a settled order’s state',
      "update orders set state = 'refunded' where state = 'settled'",
      /^orders =/,
    ],
    [
      'a refunded order’s state',
      "update orders set state = 'paid' where state = 'refunded'",
      /^orders =/,
    ],
    [
      'an unpaid order’s state',
      "update orders set state = 'paid' where state = 'awaiting_payment'",
      /^orders =/,
    ],
    [
      'a paid order’s state',
      "update orders set state = 'closed' where state = 'paid'",
      /^orders =/,
    ],
    ['an order’s amount', 'update orders set amount_fen = amount_fen + 1', /^orders =/],
    [
      'an order’s margin after a refund',
      'update orders set margin_fen = margin_fen - 1 where refunded_fen > 0',
      /^orders =/,
    ],
    [
      'an order’s refunded sum',
      "update orders set refunded_fen = refunded_fen + 1 where state = 'settled'",
      /^orders =/,
    ],
    [
      'an order’s member',
      "update orders set member = member + 1 where member = 1 and state = 'settled'",
      /^orders =/,
    ],
    [
      'an order’s merchant',
      'update orders set merchant = case merchant when 1 then 2 else 1 end',
      /^orders =/,
    ],
    ['an order’s referrer', 'update orders set referrer = null', /^orders =/],
    ['a contribution', 'update orders set contribution_fen = contribution_fen + 1', /^orders =/],
    ['points earned', 'update orders set points = points + 1', /^orders =/],
    ['value earned', 'update orders set value_fen = value_fen + 1', /^orders =/],
    ['a merchant’s share', 'update orders set merchant_fen = merchant_fen + 1', /^orders =/],
    [
      'an order’s transfer',
      'update orders set transfer_id = gen_random_uuid() where settled_at is not null',
      /^orders =/,
    ],
    [
      'a settlement’s time',
      "update orders set settled_at = settled_at + interval '1 day'",
      /^orders =/,
    ],
    [
      'a settlement that never was',
      `update orders set settled_at = paid_at, contribution_fen = 0, value_fen = 0, points = 0,
         dividend_fen = 0, platform_fen = 0, merchant_fen = 0 where state = 'return_window'`,
      /^orders =/,
    ],
    [
      'a line taken out',
      'delete from order_lines where order_id in (select id from orders where refunded_fen = 0)',
      /^order = sum/,
    ],
    ['a line’s margin', 'update order_lines set margin_fen = margin_fen - 1', /^order = sum/],
    [
      'pieces given back of a line',
      'update order_lines set refunded_quantity = refunded_quantity + 1 where refunded_quantity = 1',
      /^order = sum/,
    ],
    [
      'pieces of a refund',
      'update refunds set quantities = array[quantities[1] + 1]',
      /^order = sum/,
    ],
    ['a refund’s sum', 'update refunds set amount_fen = amount_fen + 1', /^order = sum/],
    [
      'a refund that waits for an event that is not there',
      "update payment_refunds set state = 'booking' where state = 'due' and cause = 'refund'",
      /^what is under way/,
    ],
    [
      'refunds, by one that the economy never booked',
      `with gone as (
         insert into refunds
         select tenant_id, gen_random_uuid(), order_id, amount_fen, late, reason, requested_at,
           positions, quantities, amounts_fen
         from refunds limit 1 returning *
       )
       insert into payment_refunds (tenant_id, id, gateway, gateway_payment_id, attempt_id, member,
         cause, amount_fen, state, opened_at)
       select gone.tenant_id, gone.id, r.gateway, r.gateway_payment_id, r.attempt_id, 1, 'refund',
         gone.amount_fen, 'due', gone.requested_at
       from gone, (select * from payment_receipts limit 1) as r`,
      /^what is under way/,
    ],
    [
      'an order that settles for ever',
      "update orders set state = 'settling' where state = 'return_window'",
      /^what is under way/,
    ],
  ],
);
