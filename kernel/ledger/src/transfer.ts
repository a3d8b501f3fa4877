import { invariant } from '@tuodi/outcome';
import { accountId, assetOf } from './account.ts';
import type { AccountName, AssetCode } from './account.ts';

/** One line of a transfer: `amount` units of the account's asset are added to it. */
export interface Leg {
  readonly account: AccountName;
  readonly amount: bigint;
}

export type TransferKind =
  | 'payment_confirmed'
  | 'payment_unexpected'
  | 'refund_confirmed'
  | 'constant_locked'
  | 'order_refunded'
  | 'order_settled'
  | 'order_refunded_late'
  | 'points_sold'
  | 'points_converted'
  | 'constant_redeemed'
  | 'goods_exchanged'
  | 'day_closed'
  | 'dividend_claimed'
  | 'reserve_injected'
  | 'stability_released'
  | 'shares_elected'
  | 'genesis';

/** A double entry: its legs sum to zero per asset. Sorted by account id, one leg per account. */
export interface Transfer {
  readonly kind: TransferKind;
  readonly legs: readonly Leg[];
}

/**
 * Makes a transfer of legs: those of one account are added up, zeros dropped, the rest sorted by
 * account id (the order in which rows are locked).
 * @returns undefined where nothing moved. @throws {Fault} where an asset does not sum to zero.
 */
export function transfer(kind: TransferKind, legs: readonly Leg[]): Transfer | undefined {
  const byAccount = new Map<AccountName, bigint>();
  const byAsset = new Map<AssetCode, bigint>();
  for (const { account, amount } of legs) {
    if (amount === 0n) continue;
    byAccount.set(account, (byAccount.get(account) ?? 0n) + amount);
    const asset = assetOf(account);
    byAsset.set(asset, (byAsset.get(asset) ?? 0n) + amount);
  }
  for (const [asset, total] of byAsset) {
    invariant(total === 0n, `a ${kind} transfer sums to zero in ${asset}`);
  }
  const merged = [...byAccount]
    .filter(([, amount]) => amount !== 0n)
    .map(([account, amount]) => ({ account, amount, id: accountId(account) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (merged.length === 0) return undefined;
  return { kind, legs: merged.map(({ account, amount }) => ({ account, amount })) };
}
