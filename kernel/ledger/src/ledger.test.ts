import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constantFen, fen, growthUnits } from '@tuodi/amount';
import { Fault } from '@tuodi/outcome';
import { accountId, accountName, keepingOf, orderSettled, transfer } from './index.ts';
import type { AccountName } from './index.ts';

const NOTHING = { flushes: [], exits: [], swept: fen(0n) };

test('the first order of the founding example settles leg by leg', () => {
  const settled = orderSettled(
    {
      buyer: 'u:1',
      referrer: null,
      merchant: 'm:1',
      cash: fen(10_000n),
      constant: constantFen(0n),
      marginFromCash: fen(4_500n),
      marginFromConstant: constantFen(0n),
      contribution: fen(3_000n),
      dividend: fen(450n),
      platform: fen(1_050n),
      buyerPoints: growthUnits(21n * 10n ** 12n),
      referrerPoints: growthUnits(0n),
    },
    NOTHING,
  );
  const amounts = Object.fromEntries(settled?.legs.map((leg) => [leg.account, leg.amount]) ?? []);
  assert.deepEqual(amounts, {
    escrow: -10_000n,
    reserve: 3_000n,
    dividend_open: 450n,
    platform_income: 1_050n,
    'merchant:1': 5_500n,
    growth_issued: -21n * 10n ** 12n,
    'member:1:growth': 21n * 10n ** 12n,
  });
});

test('a transfer that does not sum to zero is a Fault, also when another asset makes up for it', () => {
  assert.throws(() => transfer('genesis', [{ account: 'reserve', amount: 1n }]), Fault);
  assert.throws(
    () =>
      transfer('genesis', [
        { account: 'reserve', amount: 5n },
        { account: 'growth_issued', amount: -5n },
      ]),
    Fault,
  );
});

test('legs of one account are added up, zeros dropped, the rest sorted by account id', () => {
  const moved = transfer('points_sold', [
    { account: 'member:9', amount: 3n },
    { account: 'reserve', amount: -5n },
    { account: 'member:9', amount: 2n },
    { account: 'stability', amount: 0n },
  ]);
  assert.deepEqual(moved?.legs, [
    { account: 'reserve', amount: -5n },
    { account: 'member:9', amount: 5n },
  ]);
  assert.equal(transfer('day_closed', []), undefined);
});

test('account ids and names are one to one over the whole chart', () => {
  const names: AccountName[] = [
    'escrow',
    'refund_due',
    'reserve',
    'constant_locked',
    'gateway:1',
    'member:1',
    'member:1:growth',
    'member:1:constant',
    'merchant:1',
    'merchant:1:growth',
    'merchant:1:constant',
    'member:123456789',
  ];
  const ids = names.map(accountId);
  assert.equal(new Set(ids).size, names.length);
  assert.deepEqual(ids.map(accountName), names);
  assert.throws(() => accountName(15n), Fault);
});

test('cash of members and refunds due may never be negative, a merchant may owe', () => {
  assert.deepEqual(keepingOf('member:1'), { exact: true, bound: 'not_negative' });
  assert.deepEqual(keepingOf('refund_due'), { exact: true, bound: 'not_negative' });
  assert.deepEqual(keepingOf('merchant:1'), { exact: true, bound: 'none' });
  assert.deepEqual(keepingOf('reserve'), { exact: false });
  assert.deepEqual(keepingOf('member:1:growth'), { exact: false });
});
