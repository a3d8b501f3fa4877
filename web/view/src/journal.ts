import { unitsOf } from '@tuodi/web-client';
import type { Transfer, TransferLeg, WireAmount } from '@tuodi/web-client';

/** One side of a T: the account and how much, always as a size without its sign. */
export interface TSide {
  readonly account: string;
  readonly value: WireAmount;
}

/** A transfer seen as a T, one per asset: what left on the left, what arrived on the right. */
export interface TAccount {
  readonly asset: WireAmount['asset'];
  readonly from: readonly TSide[];
  readonly to: readonly TSide[];
  /** The foot of both columns. */
  readonly total: WireAmount;
  readonly balanced: boolean;
}

/** The T of each asset that a transfer moves, in the order of its legs. */
export function tAccounts(transfer: Transfer): readonly TAccount[] {
  const assets = [...new Set(transfer.legs.map((leg) => leg.value.asset))];
  return assets.map((asset) => {
    const legs = transfer.legs.filter((leg) => leg.value.asset === asset);
    const from = legs.filter((leg) => unitsOf(leg.value) < 0n).map(sizeOf);
    const to = legs.filter((leg) => unitsOf(leg.value) > 0n).map(sizeOf);
    const left = total(from);
    const right = total(to);
    return {
      asset,
      from,
      to,
      total: { amount: String(right), asset },
      balanced: left === right,
    };
  });
}

/** What an account's name is made of: "member:17:growth" is a member's growth account. */
export interface AccountName {
  readonly kind: string;
  readonly number: string | null;
  readonly part: string | null;
}

export function accountName(account: string): AccountName {
  const [kind = account, number, part] = account.split(':');
  return { kind, number: number ?? null, part: part ?? null };
}

function sizeOf(leg: TransferLeg): TSide {
  const units = unitsOf(leg.value);
  const size = units < 0n ? -units : units;
  return { account: leg.account, value: { amount: String(size), asset: leg.value.asset } };
}

function total(sides: readonly TSide[]): bigint {
  return sides.reduce((sum, side) => sum + unitsOf(side.value), 0n);
}
