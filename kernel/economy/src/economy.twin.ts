/**
 * The naive twin of the economy: the event log with simple loops over everybody and exact
 * fractions. It shares no code with the reducer beside it, so that agreement means something;
 * it is kept for ever and is only ever used by tests and audits.
 */
import { assertInvariants } from './twin/invariants.twin.ts';
import {
  claim,
  convert,
  electIpo,
  goods,
  openIpo,
  redeemConstant,
  sell,
} from './twin/holdings.twin.ts';
import { buy, order, refund, settle } from './twin/orders.twin.ts';
import type { Reason, TwinEvent } from './twin/orders.twin.ts';
import { readPolicy } from './twin/policy.twin.ts';
import { cascade, closeDay, inject, release } from './twin/pots.twin.ts';
import { add, byCodePoint, isLess, writeExact, writeFloored, ZERO } from './twin/rational.twin.ts';
import { beginState, priceOf, sortedAccounts, totalWeight } from './twin/state.twin.ts';
import type { TwinAccount, TwinState } from './twin/state.twin.ts';

export interface Twin {
  /**
   * Applies one event: JSON integer tokens as bigint, every other number token as number.
   * @returns the full record of the event log, fields in the contract's order, with accounts.
   * @throws Error 'I…' where an invariant breaks.
   */
  readonly apply: (event: TwinEvent) => object;
  /** The record of the policy line (seq 0). */
  readonly policyRecord: () => object;
}

/**
 * @param policy the policy line (its `type` is optional), `{}` for the defaults.
 * @param firstSeq seq of the first event: 1 after a policy line, 0 for a stream without one.
 */
export function createTwin(
  policy: Record<string, unknown>,
  firstSeq = 1,
): Twin | { readonly refused: 'BAD_POLICY' } {
  const read = readPolicy(policy);
  if (read === undefined) return { refused: 'BAD_POLICY' };
  const state = beginState(read);
  const policyRecord = { seq: 0, type: 'policy', ok: true, ...stateRecord(state) };
  let seq = firstSeq - 1;
  return {
    policyRecord: () => policyRecord,
    apply: (event) => {
      seq += 1;
      const reason = applyEvent(state, event);
      return {
        seq,
        type: event['type'],
        ok: reason === undefined,
        ...(reason === undefined ? {} : { reason }),
        ...stateRecord(state),
        ...eventRecord(state),
      };
    },
  };
}

const HANDLERS: ReadonlyMap<unknown, (state: TwinState, event: TwinEvent) => Reason> = new Map([
  ['order', order],
  ['settle', settle],
  ['buy', buy],
  ['refund', refund],
  ['sell', sell],
  ['convert', convert],
  ['redeem_c', redeemConstant],
  ['goods', goods],
  ['close_day', closeDay],
  ['claim', claim],
  ['inject', inject],
  ['release', release],
  ['ipo_open', openIpo],
  ['ipo_elect', electIpo],
]);

/** Check, act, cascade, and sweep to T when nothing circulates any more. */
function applyEvent(state: TwinState, event: TwinEvent): Reason {
  const before = priceOf(state);
  state.exits = [];
  state.paid = [];
  const handler = HANDLERS.get(event['type']);
  const reason = handler === undefined ? 'UNKNOWN_EVENT' : handler(state, event);
  if (reason === undefined) {
    cascade(state);
    if (state.circulating.n === 0n) {
      state.stability = add(state.stability, state.reserve);
      state.reserve = ZERO;
      state.priceWhenEmpty = before;
    }
  }
  assertInvariants(state, before);
  return reason;
}

function stateRecord(state: TwinState): object {
  const accounts = sortedAccounts(state);
  const holders = accounts.filter((one) => one.kind !== 'genesis' && one.points.n > 0n);
  let constant = ZERO;
  for (const account of accounts) constant = add(constant, account.constant);
  return {
    P: writeExact(state.reserve),
    S: writeExact(state.circulating),
    price: writeFloored(priceOf(state), 12),
    issued: writeExact(state.issued),
    burned: writeExact(state.burned),
    treasury: writeExact(state.treasury),
    C: writeExact(constant),
    KC: writeExact(state.constantCash),
    y_open: writeExact(state.dividendOpen),
    y_res: writeExact(state.dividendOwed),
    T: writeExact(state.stability),
    D: writeExact(state.dividendPerWeight),
    W: writeExact(totalWeight(state)),
    platform: writeExact(state.platform),
    holders: holders.length,
    // Every key has its prefix, so no id can collide with a name such as __proto__.
    accounts: Object.fromEntries(accounts.map((one) => [one.key, accountRecord(one)])),
    top: topOf(holders),
  };
}

function accountRecord(account: TwinAccount): object {
  return {
    n: writeExact(account.points),
    c: writeExact(account.constant),
    quota: writeExact(account.quota),
    pend: writeExact(account.pending),
    debt: writeExact(account.debt),
    cash: writeExact(account.cash),
    gross: writeExact(account.gross),
  };
}

/** The ten users with the most points; `holders` comes sorted by key and the sort is stable. */
function topOf(holders: readonly TwinAccount[]): string[] {
  const users = holders.filter((one) => one.kind === 'user');
  users.sort((a, b) => {
    if (isLess(b.points, a.points)) return -1;
    return isLess(a.points, b.points) ? 1 : 0;
  });
  return users.slice(0, 10).map((one) => one.key);
}

function eventRecord(state: TwinState): object {
  const exits = [...state.exits].sort((a, b) => byCodePoint(a.account, b.account));
  const paid = [...state.paid].sort(
    (a, b) => byCodePoint(a.to, b.to) || byCodePoint(a.what, b.what),
  );
  return {
    exits: exits.map((exit) => ({
      account: exit.account,
      points: writeExact(exit.points),
      dividend: writeExact(exit.dividend),
      gross: writeExact(exit.gross),
      net: writeExact(exit.net),
    })),
    paid: paid.map((one) => ({ to: one.to, what: one.what, amount: writeExact(one.amount) })),
  };
}
