import { accountId, assetId, assetOf, keepingOf } from '@tuodi/ledger';
import type { Transfer } from '@tuodi/ledger';
import type { Context, Transaction } from '../context.ts';
import {
  addToBalances,
  insertTransfers,
  loadBalances,
  loadTransfer,
  loadTransfersOfCause,
  sumLegs,
} from './store.ts';
import type { BalanceChange, StoredTransfer } from './store.ts';

/** A transfer with its cause, to be written. */
export interface Posting {
  readonly id: string;
  readonly transfer: Transfer;
  /** Business time of the tenant. */
  readonly at: string;
  readonly cause: { readonly type: string; readonly id: string };
  /** The acting member or merchant, for finding it again. */
  readonly memberNumber?: bigint | null;
  readonly merchantNumber?: bigint | null;
}

/**
 * Writes one transfer and the exact balances that it moves, in the caller's transaction.
 * @returns its id, or null where there was nothing to post.
 */
export function post(
  context: Pick<Context, 'random' | 'clock'>,
  tx: Transaction,
  tenantId: number,
  posting: Omit<Posting, 'id' | 'transfer'> & { readonly transfer: Transfer | undefined },
): string | null {
  const { transfer } = posting;
  if (transfer === undefined) return null;
  const id = context.random.uuid();
  postAll(tx, tenantId, {
    postings: [{ ...posting, transfer, id }],
    wall: context.clock.wall(),
  });
  return id;
}

/** Writes many transfers at once; `wall` is when. Balances are locked in the order of their ids. */
export function postAll(
  tx: Transaction,
  tenantId: number,
  { postings, wall }: { readonly postings: readonly Posting[]; readonly wall: string },
): void {
  if (postings.length === 0) return;
  insertTransfers(tx, tenantId, postings.map(toRow), wall);
  const changes = balanceChanges(postings);
  if (changes.length > 0) addToBalances(tx, tenantId, changes);
}

export function findTransfer(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<StoredTransfer | null> {
  return loadTransfer(tx, tenantId, id);
}

export function transfersOfCause(
  tx: Transaction,
  tenantId: number,
  cause: { readonly type: string; readonly ids: readonly string[] },
): Promise<readonly StoredTransfer[]> {
  return loadTransfersOfCause(tx, tenantId, cause);
}

/** Every account: the sum of its legs, and its balance row where it is exact. */
export async function balancesOfAll(
  tx: Transaction,
  tenantId: number,
): Promise<{
  readonly legs: ReadonlyMap<bigint, { readonly asset: number; readonly balance: bigint }>;
  readonly rows: ReadonlyMap<bigint, bigint>;
}> {
  const legs = await sumLegs(tx, tenantId);
  const rows = await loadBalances(tx, tenantId);
  return {
    legs: new Map(legs.map(({ account_id, asset, balance }) => [account_id, { asset, balance }])),
    rows: new Map(rows.map(({ account_id, balance }) => [account_id, balance])),
  };
}

function toRow(posting: Posting): StoredTransfer {
  const { legs, kind } = posting.transfer;
  return {
    id: posting.id,
    at: posting.at,
    kind,
    causeType: posting.cause.type,
    causeId: posting.cause.id,
    member: posting.memberNumber ?? null,
    merchant: posting.merchantNumber ?? null,
    accountIds: legs.map((leg) => accountId(leg.account)),
    assets: legs.map((leg) => assetId(assetOf(leg.account))),
    amounts: legs.map((leg) => leg.amount),
  };
}

function balanceChanges(postings: readonly Posting[]): BalanceChange[] {
  const changes = new Map<bigint, BalanceChange>();
  for (const { transfer } of postings) {
    for (const { account, amount } of transfer.legs) {
      const keeping = keepingOf(account);
      if (!keeping.exact) continue;
      const id = accountId(account);
      const sum = (changes.get(id)?.amount ?? 0n) + amount;
      changes.set(id, { accountId: id, amount: sum, mayBeNegative: keeping.bound === 'none' });
    }
  }
  return [...changes.values()].toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1));
}
