import { readPolicy } from '@tuodi/economy';
import type { Policy } from '@tuodi/economy';
import { invariant } from '@tuodi/outcome';
import type { Transaction } from '../../context.ts';
import { loadState } from '../store/load.ts';
import type { StateRow } from '../store/load.ts';

/** The state row with its policy read; `fields` is the policy as it is written. */
export type EconomyState = Omit<StateRow, 'policy'> & {
  readonly policy: Policy;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** The state of a tenant's economy, without accounts. */
export async function loadEconomyState(tx: Transaction, tenantId: number): Promise<EconomyState> {
  const state = await loadState(tx, tenantId);
  invariant(state !== null, 'a tenant that sells has an economy');
  const policy = readPolicy(state.policy);
  invariant(policy.ok, 'a stored policy is a good one');
  return { ...state, policy: policy.value, fields: state.policy };
}
