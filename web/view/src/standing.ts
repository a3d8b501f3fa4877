import { unitsOf } from '@tuodi/web-client';
import type { Cny, Value } from '@tuodi/web-client';
import { permilleOf } from './proportion.ts';

/** How much of a member's limit is used up and by what. A limit, never a promise. */
export interface QuotaBar {
  readonly given: Cny;
  readonly open: Cny;
  readonly used: Cny;
  readonly usedPermille: number;
  /** Where on the rest of the bar the present holding would reach. */
  readonly holdingPermille: number;
}

export function quotaBar(value: Value): QuotaBar {
  const given = unitsOf(value.quotaGiven);
  const open = unitsOf(value.quotaOpen);
  const used = given - open;
  const holding = unitsOf(value.gross) + unitsOf(value.pendingDividend);
  const reach = holding < open ? holding : open;
  return {
    given: value.quotaGiven,
    open: value.quotaOpen,
    used: { amount: String(used), asset: 'CNY/2' },
    usedPermille: permilleOf(used, given),
    holdingPermille: permilleOf(reach, given),
  };
}

/** The reserve against every claim on it. Claims are rounded down, so they can lack one fen. */
export interface BackingBar {
  readonly reserve: Cny;
  readonly claims: Cny;
  /** Whether the reserve covers all claims and exceeds them by no more than that fen. */
  readonly equal: boolean;
  readonly covered: boolean;
}

export function backingBar(value: Value): BackingBar {
  const spare = unitsOf(value.backing.reserve) - unitsOf(value.backing.claims);
  return {
    reserve: value.backing.reserve,
    claims: value.backing.claims,
    equal: spare >= 0n && spare <= 1n,
    covered: spare >= 0n,
  };
}

/** What selling everything now would bring in all: after the fee, with the credited dividend. */
export function wouldGetNow(value: Value): Cny {
  const total = unitsOf(value.net) + unitsOf(value.pendingDividend);
  return { amount: String(total), asset: 'CNY/2' };
}

export function holdsNothing(value: Value): boolean {
  return unitsOf(value.points) === 0n;
}
