import assert from 'node:assert/strict';
import test from 'node:test';
import { convert } from './holdings.twin.ts';
import { assertInvariants } from './invariants.twin.ts';
import { buy, order } from './orders.twin.ts';
import { readPolicy } from './policy.twin.ts';
import { closeDay } from './pots.twin.ts';
import { ONE, ZERO } from './rational.twin.ts';
import type { Rational } from './rational.twin.ts';
import { beginState, priceOf } from './state.twin.ts';
import type { TwinAccount, TwinState } from './state.twin.ts';

const MILLION: Rational = { n: 1_000_000n, d: 1n };
const MINUS_ONE: Rational = { n: -1n, d: 1n };

interface Damage {
  readonly law: string;
  readonly what: string;
  readonly harm: (state: TwinState) => void;
}

// One damage per law, each noticed by no law that is checked earlier. I12 is the sum of I10 over
// the holders, so nothing breaks it alone.
const DAMAGES: readonly Damage[] = [
  { law: 'I1', what: 'cash leaves the reserve for nothing', harm: drainReserve },
  { law: 'I2', what: 'points are burned twice', harm: (s) => set(s, 'burned', MILLION) },
  { law: 'I2', what: 'an account holds points nobody issued', harm: forgePoints },
  { law: 'I3', what: 'the cap is passed', harm: issueTooMuch },
  { law: 'I4', what: 'constant points without cash', harm: forgeConstant },
  { law: 'I5', what: 'the treasury is emptied', harm: emptyTreasury },
  { law: 'I6', what: 'a pot is overdrawn', harm: (s) => set(s, 'stability', MINUS_ONE) },
  { law: 'I7', what: 'a dividend is credited twice', harm: creditTwice },
  { law: 'I8', what: 'cash appears', harm: (s) => set(s, 'stability', ONE) },
  { law: 'I9', what: 'a debt below zero', harm: oweLessThanNothing },
  { law: 'I10', what: 'a due holder stays', harm: (s) => setQuota(s, ONE) },
  { law: 'I11', what: 'quota out of nothing', harm: (s) => setQuota(s, MILLION) },
];

for (const { law, what, harm } of DAMAGES) {
  test(`${law} notices: ${what}`, () => {
    const state = busyState();
    const before = priceOf(state);
    assert.doesNotThrow(() => assertInvariants(state, before));
    harm(state);
    assert.throws(() => assertInvariants(state, before), new RegExp(`^Error: ${law} `));
  });
}

/** Two holders, a converted holding, a closed day and an open order. */
function busyState(): TwinState {
  const policy = readPolicy({}) ?? assert.fail('the default policy is refused');
  const state = beginState(policy);
  const amount = { amount: '100', margin: '45' };
  assert.equal(buy(state, { id: 'o1', user: 'a', ...amount }), undefined);
  assert.equal(buy(state, { id: 'o2', user: 'b', ...amount }), undefined);
  assert.equal(convert(state, { user: 'b', points: '5' }), undefined);
  assert.equal(order(state, { id: 'o3', user: 'a', ...amount }), undefined);
  assert.equal(closeDay(state), undefined);
  return state;
}

function set(state: TwinState, pot: 'burned' | 'stability', value: Rational): void {
  state[pot] = value;
}

function member(state: TwinState): TwinAccount {
  return state.accounts.get('u:a') ?? assert.fail('no account');
}

function setQuota(state: TwinState, quota: Rational): void {
  member(state).quota = quota;
}

function oweLessThanNothing(state: TwinState): void {
  member(state).debt = MINUS_ONE;
}

function drainReserve(state: TwinState): void {
  state.reserve = { n: state.reserve.n - 1n, d: state.reserve.d };
}

function forgePoints(state: TwinState): void {
  member(state).points = MILLION;
}

// Issued stays the sum of its three parts; only the cap is broken.
function issueTooMuch(state: TwinState): void {
  const { d } = state.circulating;
  const issued = state.policy.issueCap.n * 2n * d;
  state.issued = { n: issued, d };
  state.burned = { n: issued - state.circulating.n - state.treasury.n, d };
}

function forgeConstant(state: TwinState): void {
  member(state).constant = ONE;
}

function emptyTreasury(state: TwinState): void {
  const { n, d } = state.treasury;
  state.burned = { n: state.burned.n * (d / state.burned.d) + n, d };
  state.treasury = ZERO;
}

function creditTwice(state: TwinState): void {
  const account = member(state);
  account.pending = { n: account.pending.n * 3n, d: account.pending.d };
}
