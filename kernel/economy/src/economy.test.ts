import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '@tuodi/outcome';
import {
  accountsRecord,
  applyEvent,
  compareCodePoints,
  createEconomy,
  readPolicy,
  replayEvent,
  restoreEconomy,
  startReplay,
  stateRecord,
  totalsOf,
} from './index.ts';
import type { Economy, EconomyEvent, Money, Replay } from './index.ts';

function started(policy: Record<string, unknown> = {}): Replay {
  const replay = startReplay(policy);
  assert.ok(replay.ok);
  return replay.value;
}

function play(replay: Replay, ...events: EconomyEvent[]): void {
  for (const event of events) assert.ok(replayEvent(replay, event).ok, JSON.stringify(event));
}

const buy = (id: string, user: string): EconomyEvent => ({ type: 'buy', id, user, amount: '100' });

// T1 "No event lowers the price", on the founding text's own orders.
test('the founding example: 1.4286, 1.6807, 1.8674, 2.0188 … 5.1731 after 100 orders', () => {
  const replay = started();
  const prices: string[] = [];
  for (let n = 1; n <= 100; n += 1) {
    play(replay, buy(`o${n}`, `u${n}`));
    prices.push(stateRecord(replay.economy).price);
  }
  assert.deepEqual(prices.slice(0, 4), [
    '1.428571428571',
    '1.680672268907',
    '1.867413632119',
    '2.018825548237',
  ]);
  assert.equal(prices.at(-1), '5.173076600506');
});

test('the first buyer sells after order 100: 108.63 gross, 97.77 after the fee, which stays in', () => {
  const replay = started();
  for (let n = 1; n <= 100; n += 1) play(replay, buy(`o${n}`, `u${n}`));
  const sold = replayEvent(replay, { type: 'sell', user: 'u1', points: 'all' });
  assert.ok(sold.ok && sold.value.booked.type === 'sell');
  assert.deepEqual([sold.value.booked.gross, sold.value.booked.net], [10_863n, 9_776n]);
});

test('a refused event changes nothing, whatever is wrong with it', () => {
  const replay = started();
  play(replay, buy('o1', 'a'), buy('o2', 'b'));
  const before = JSON.stringify([stateRecord(replay.economy), accountsRecord(replay.economy)]);
  const refused: EconomyEvent[] = [
    { type: 'buy', id: 'o1', user: 'a', amount: '5' },
    { type: 'buy', id: 'x', user: 'a', amount: '-5' },
    { type: 'buy', id: 'x', user: 'a', amount: '0.001' },
    { type: 'order', id: 'x', user: 'a', amount: '5', margin: '6' },
    { type: 'order', id: 'x', user: 'a', amount: '5', referrer: 'a' },
    { type: 'settle', order: 'o1' },
    { type: 'refund', order: 'o1', amount: '100.01' },
    { type: 'sell', user: 'nobody', points: '1' },
    { type: 'sell', user: 'a', points: '1000' },
    { type: 'redeem_c', user: 'a', amount: '1' },
    { type: 'release', amount: '1' },
    { type: 'ipo_elect', user: 'a', points: 'all' },
    { type: 'nonsense' },
  ];
  for (const event of refused) {
    assert.ok(!replayEvent(replay, event).ok, JSON.stringify(event));
    const after = JSON.stringify([stateRecord(replay.economy), accountsRecord(replay.economy)]);
    assert.equal(after, before);
  }
});

// T2, the bank run: everybody sells, in any order, and everybody is paid.
test('everybody sells: everybody is paid at the price of the moment, the rest goes to stability', () => {
  for (const order of [(n: number) => n, (n: number) => 29 - n, (n: number) => (n * 7) % 30]) {
    const replay = started();
    for (let n = 0; n < 30; n += 1) play(replay, buy(`o${n}`, `u${n}`));
    for (let n = 0; n < 30; n += 1) {
      play(replay, { type: 'sell', user: `u${order(n)}`, points: 'all' });
    }
    const { P, S, T } = stateRecord(replay.economy);
    assert.deepEqual([P, S], ['0', '0']);
    assert.ok(Number(T) > 0);
  }
});

// T6: the exits of one cascade do not depend on the order in which accounts were opened.
test('forced exits come to the same whatever the order in which holders came', () => {
  const finals = [false, true].map((reversed) => {
    const replay = started({ quota_rate: '0.31', genesis_reserve: '1000' });
    const users = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const user of reversed ? users.toReversed() : users) play(replay, buy(`o ${user}`, user));
    play(replay, { type: 'inject', amount: '50000' });
    return JSON.stringify([stateRecord(replay.economy), accountsRecord(replay.economy).accounts]);
  });
  assert.equal(finals[0], finals[1]);
});

test('an economy restored from what was stored goes on as if nothing had happened', () => {
  const replay = started({
    quota_rate: '0.4',
    levels: [
      ['0', '1'],
      ['30', '2'],
    ],
  });
  for (let n = 0; n < 40; n += 1) play(replay, buy(`o${n}`, `u${n % 9}`));
  play(replay, { type: 'close_day' });
  const { economy, orders } = replay;
  const copy = restoreEconomy(
    economy.policy,
    totalsOf(economy),
    [...economy.accounts.values()].map(({ kind: _kind, place: _place, ...stored }) => stored),
  );
  const twin = { economy: copy, orders: new Map(orders) };
  for (const one of [replay, twin]) {
    play(
      one,
      buy('later', 'u3'),
      { type: 'sell', user: 'u4', points: '0.5' },
      { type: 'close_day' },
    );
  }
  assert.deepEqual(
    [stateRecord(copy), accountsRecord(copy)],
    [stateRecord(economy), accountsRecord(economy)],
  );
});

/** Breaks a fresh economy in one way and expects the next event to find it out. */
function findsOut(
  law: RegExp,
  damage: (economy: Economy) => void,
  next: EconomyEvent = { type: 'inject', amount: '1' },
): void {
  const policy = readPolicy({});
  assert.ok(policy.ok);
  const economy = createEconomy(policy.value);
  const first = applyEvent(economy, buy('o1', 'a'), undefined);
  assert.ok(first.ok);
  damage(economy);
  assert.throws(
    () => applyEvent(economy, next, undefined),
    (error) => error instanceof Fault && law.test(error.message),
  );
}

const CLAIM: EconomyEvent = { type: 'claim', user: 'a' };

test('a state that breaks a law is found out by the next event', () => {
  const one = 1n as Money;
  findsOut(/I2/, (economy) => Object.assign(economy, { burned: 1n }));
  findsOut(/I3/, (economy) => {
    Object.assign(economy, { issued: 10n ** 21n, burned: 10n ** 21n - economy.circulating });
  });
  findsOut(/I4/, (economy) => Object.assign(economy, { constant: one }));
  findsOut(/I5/, (economy) => Object.assign(economy, { constant: one, constantBacking: one }));
  findsOut(/I6/, (economy) => Object.assign(economy, { stability: -one }));
  findsOut(/I8/, (economy) => Object.assign(economy, { cashIn: economy.cashIn + 1n }));
  findsOut(
    /I9/,
    (economy) => {
      Object.assign(economy.accounts.get('u:a') ?? {}, { cash: -one });
    },
    CLAIM,
  );
  findsOut(
    /I11/,
    (economy) => {
      Object.assign(economy.accounts.get('u:a') ?? {}, { gross: 10n ** 9n });
    },
    CLAIM,
  );
});

test('accounts are sorted by code point, not by UTF-16 unit', () => {
  const astral = '\u{1F600}';
  const below = '\uFFFD';
  assert.ok(compareCodePoints(below, astral) < 0);
  assert.ok(below > astral);
  assert.equal(compareCodePoints('a', 'a'), 0);
  assert.ok(compareCodePoints('a', 'ab') < 0);
});
