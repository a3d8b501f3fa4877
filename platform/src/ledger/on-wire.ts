import { accountName, ASSETS } from '@tuodi/ledger';
import type { orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { StoredTransfer } from './store.ts';

type WireTransfer = z.infer<typeof orders.Transfer>;

/** A transfer as the API shows it: accounts by name, amounts in the smallest unit of their asset. */
export function transferOnWire(row: StoredTransfer): WireTransfer {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    cause: { type: row.causeType, id: row.causeId },
    legs: row.accountIds.map((id, position) => ({
      account: accountName(id),
      value: {
        amount: String(row.amounts[position] ?? 0n),
        asset: ASSETS[(row.assets[position] ?? 1) - 1]?.code ?? 'CNY/2',
      },
    })),
  };
}
