import { accountName, ASSETS } from '@tuodi/ledger';
import type { orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { StoredTransfer } from './store.ts';

type WireTransfer = z.infer<typeof orders.Transfer>;
type WireLeg = z.infer<typeof orders.TransferLeg>;

/**
 * Who looks at a transfer. The operator sees all of it. A member or merchant sees the mall's pots
 * and their own accounts. A bystander, whom another's act touched (a forced exit, a referral), sees
 * the own accounts only: the pots would tell how much the other one spent.
 */
export type Viewer =
  | { readonly kind: 'operator' }
  | {
      readonly kind: 'member';
      readonly number: bigint;
      /** The merchant of the order that the transfer is of: its buyer knows whom he bought from. */
      readonly seller?: bigint;
    }
  | { readonly kind: 'merchant'; readonly number: bigint }
  | { readonly kind: 'bystander'; readonly of: 'member' | 'merchant'; readonly number: bigint };

/** The name of the one leg per asset that stands for everybody whom a viewer must not see. */
const OTHERS = 'others';

/**
 * A transfer as the API shows it: accounts by name, amounts in the smallest unit of their asset.
 * What the viewer must not see is summed up per asset, so the legs still sum to zero.
 */
export function transferOnWire(row: StoredTransfer, viewer: Viewer): WireTransfer {
  const legs: WireLeg[] = [];
  const others = new Map<number, bigint>();
  for (const [position, id] of row.accountIds.entries()) {
    const account = accountName(id);
    const amount = row.amounts[position] ?? 0n;
    const asset = row.assets[position] ?? 1;
    if (isShown(account, viewer)) legs.push(legOf(account, amount, asset));
    else others.set(asset, (others.get(asset) ?? 0n) + amount);
  }
  for (const [asset, amount] of others) {
    if (amount !== 0n) legs.push(legOf(OTHERS, amount, asset));
  }
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    cause: { type: row.causeType, id: row.causeId },
    legs,
  };
}

/** Whether one of the legs is on an account of a member or merchant. */
export function hasLegOf(
  row: StoredTransfer,
  holder: { readonly of: 'member' | 'merchant'; readonly number: bigint },
): boolean {
  return row.accountIds.some((id) => isOf(accountName(id), holder.of, holder.number));
}

function isShown(account: string, viewer: Viewer): boolean {
  switch (viewer.kind) {
    case 'operator':
      return true;
    case 'bystander':
      return isOf(account, viewer.of, viewer.number);
    case 'member':
      return (
        isPot(account) ||
        isOf(account, 'member', viewer.number) ||
        (viewer.seller !== undefined && account === `merchant:${String(viewer.seller)}`)
      );
    case 'merchant':
      return isPot(account) || isOf(account, 'merchant', viewer.number);
  }
}

/** Accounts of which a tenant has exactly one carry no number. */
function isPot(account: string): boolean {
  return !account.includes(':');
}

function isOf(account: string, family: 'member' | 'merchant', number: bigint): boolean {
  const own = `${family}:${String(number)}`;
  return account === own || account.startsWith(`${own}:`);
}

function legOf(account: string, amount: bigint, asset: number): WireLeg {
  return {
    account,
    value: { amount: String(amount), asset: ASSETS[asset - 1]?.code ?? 'CNY/2' },
  };
}
