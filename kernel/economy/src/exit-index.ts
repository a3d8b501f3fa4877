import { invariant } from '@tuodi/outcome';
import type { Account } from './account.ts';
import type { Policy } from './policy.ts';

/**
 * Holders in the order in which they will reach their quota: one heap per level, because within a
 * level a holder's key never changes unless his own account does. A holder is due iff
 *   points × price + accrued dividend ≥ quota   ⟺   price + m D ≥ quota ÷ points + m D0 = key,
 * so only the smallest keys can be due. Keys and threshold are doubles and only a hint: each is
 * right to a few ulp (< 2^-50 relative), everything within 10^-12 of the threshold is offered, and
 * the exact test decides. A key outside the doubles' safe range is -Infinity: always offered.
 */
export interface ExitIndex {
  /** One heap per level of the policy, and a last one for holders without weight (merchants). */
  readonly heaps: readonly Heap[];
  /** The level's multiplier × 10^(money − points − multiplier − D decimals), as a double. */
  readonly slopes: readonly number[];
  /** How many accounts were looked at so far: the cost that the benchmark watches. */
  looks: number;
}

export interface Heap {
  readonly accounts: Account[];
  keys: Float64Array;
}

const MARGIN = 1 + 1e-12;
const SAFE = 1e-250;

export function createExitIndex(policy: Policy): ExitIndex {
  const scale =
    policy.moneyDecimals - policy.pointDecimals - policy.multiplierDecimals - policy.dDecimals;
  const slopes = policy.levels.map((level) => {
    const slope = Number(level.multiplier) * 10 ** scale;
    return level.multiplier > 0n && slope < SAFE ? Number.NaN : slope;
  });
  return {
    heaps: [...policy.levels, undefined].map(() => ({ accounts: [], keys: new Float64Array(16) })),
    slopes: [...slopes, 0],
    looks: 0,
  };
}

/** Which heap an account belongs to. */
function heapOf(index: ExitIndex, account: Account): number {
  return account.kind === 'member' ? account.level : index.heaps.length - 1;
}

/** quota ÷ points + m D0 as a hint; -Infinity where a double cannot carry it safely. */
function keyOf(index: ExitIndex, account: Account): number {
  const slope = index.slopes[heapOf(index, account)] ?? Number.NaN;
  return hint(Number(account.quota) / Number(account.points), slope, account.mark, -Infinity);
}

/** price + m D as a hint; +Infinity where a double cannot carry it safely. */
export function thresholdOf(
  index: ExitIndex,
  heap: number,
  now: { readonly reserve: bigint; readonly circulating: bigint; readonly dividend: bigint },
): number {
  const slope = index.slopes[heap] ?? Number.NaN;
  const price = Number(now.reserve) / Number(now.circulating);
  return hint(price, slope, now.dividend, Infinity) * MARGIN;
}

function hint(first: number, slope: number, dividend: bigint, unsafe: number): number {
  const second = slope === 0 || dividend === 0n ? 0 : slope * Number(dividend);
  const sum = first + second;
  const underflow =
    (first !== 0 && first < SAFE) ||
    (second !== 0 && second < SAFE) ||
    (second === 0 && slope !== 0 && dividend !== 0n);
  return underflow || !Number.isFinite(sum) || !Number.isFinite(slope) ? unsafe : sum;
}

/** Puts a touched account where it now belongs; one without points belongs nowhere. */
export function reindex(
  index: ExitIndex,
  account: Account,
  before: { readonly heap: number },
): void {
  const heap = account.points > 0n && account.kind !== 'genesis' ? heapOf(index, account) : -1;
  if (before.heap !== heap && before.heap >= 0) remove(heapAt(index, before.heap), account);
  if (heap < 0) return;
  const target = heapAt(index, heap);
  const key = keyOf(index, account);
  if (account.place < 0) {
    grow(target);
    account.place = target.accounts.length;
    target.accounts.push(account);
    target.keys[account.place] = key;
    up(target, account.place);
    return;
  }
  const old = keyAt(target, account.place);
  target.keys[account.place] = key;
  if (key < old) up(target, account.place);
  else down(target, account.place);
}

/** The heap an account stands in now, -1 for none. Call before changing points or level. */
export function heapNow(index: ExitIndex, account: Account): number {
  return account.place < 0 ? -1 : heapOf(index, account);
}

/**
 * The accounts of a heap whose hint is at or below the threshold, smallest first by subtree; only
 * these can be due. Walks the heap from its top, so the cost is the number of them plus one look.
 */
export function candidates(index: ExitIndex, heap: number, threshold: number): Account[] {
  const { accounts, keys } = heapAt(index, heap);
  const found: Account[] = [];
  index.looks += 1;
  if (accounts.length === 0 || keyAt({ accounts, keys }, 0) > threshold) return found;
  const open = [0];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const account = accounts[place];
    if (account === undefined || (keys[place] ?? Infinity) > threshold) continue;
    index.looks += 1;
    found.push(account);
    open.push(2 * place + 2, 2 * place + 1);
  }
  return found;
}

function remove(heap: Heap, account: Account): void {
  const { place } = account;
  const last = heap.accounts.pop();
  invariant(last !== undefined, 'an indexed account stands in its heap');
  account.place = -1;
  if (last === account) return;
  const key = keyAt(heap, heap.accounts.length);
  heap.accounts[place] = last;
  heap.keys[place] = key;
  last.place = place;
  up(heap, place);
  down(heap, last.place);
}

function up(heap: Heap, from: number): void {
  let place = from;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (keyAt(heap, parent) <= keyAt(heap, place)) return;
    swap(heap, parent, place);
    place = parent;
  }
}

function down(heap: Heap, from: number): void {
  const count = heap.accounts.length;
  let place = from;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= count) return;
    if (child + 1 < count && keyAt(heap, child + 1) < keyAt(heap, child)) child += 1;
    if (keyAt(heap, place) <= keyAt(heap, child)) return;
    swap(heap, place, child);
    place = child;
  }
}

function swap(heap: Heap, a: number, b: number): void {
  const first = heap.accounts[a];
  const second = heap.accounts[b];
  invariant(first !== undefined && second !== undefined, 'a heap has no holes');
  const key = keyAt(heap, a);
  heap.keys[a] = keyAt(heap, b);
  heap.keys[b] = key;
  heap.accounts[a] = second;
  heap.accounts[b] = first;
  second.place = a;
  first.place = b;
}

function grow(heap: Heap): void {
  if (heap.accounts.length < heap.keys.length) return;
  const keys = new Float64Array(heap.keys.length * 2);
  keys.set(heap.keys);
  heap.keys = keys;
}

function keyAt(heap: Heap, place: number): number {
  return heap.keys[place] ?? Infinity;
}

function heapAt(index: ExitIndex, heap: number): Heap {
  const found = index.heaps[heap];
  invariant(found !== undefined, 'every level has a heap');
  return found;
}
