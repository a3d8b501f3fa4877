import type { Economy, EconomyOrder } from '@tuodi/economy';
import type { Transaction } from '../../context.ts';
import { loadAllOrders } from '../store/load.ts';
import { loadEconomy } from './export.ts';
import { loadEconomyState } from './state.ts';

/** All that the tables say of an economy, for the audit. */
export interface Books {
  readonly policy: Readonly<Record<string, unknown>>;
  readonly seq: bigint;
  readonly head: Buffer;
  readonly economy: Economy;
  readonly orders: readonly EconomyOrder[];
}

export async function loadBooks(tx: Transaction, tenantId: number): Promise<Books> {
  const state = await loadEconomyState(tx, tenantId);
  return {
    policy: state.fields,
    seq: state.seq,
    head: state.head,
    economy: await loadEconomy(tx, tenantId),
    orders: await loadAllOrders(tx, tenantId),
  };
}
