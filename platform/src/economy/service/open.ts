import { fen, growthUnits } from '@tuodi/amount';
import { createEconomy, POLICY_DEFAULTS, readPolicy, totalsOf } from '@tuodi/economy';
import type { BadPolicy, PolicyFields } from '@tuodi/economy';
import { genesis } from '@tuodi/ledger';
import { done, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Context } from '../../context.ts';
import { post } from '../../ledger/index.ts';
import { firstHash } from '../entry.ts';
import { NEW_DAY } from '../today.ts';
import { insertState } from '../store/open.ts';
import { upsertAccounts } from '../store/batch.ts';

export type OpenEconomyRefusal =
  | BadPolicy
  | { readonly code: 'economy.grids_are_fixed' }
  | { readonly code: 'economy.already_open' };

/**
 * Opens a tenant's economy under a policy: its state, the genesis points, and their transfer. The
 * journal counts in fen and 10^-12 points, so a tenant's grids are 2, 12 and 18 decimals.
 */
export async function openEconomy(
  context: Context,
  tenantId: number,
  input: { readonly policy: PolicyFields; readonly at: string },
): Promise<Outcome<{ readonly opened: true }, OpenEconomyRefusal>> {
  const fields = storable({ ...POLICY_DEFAULTS, ...input.policy });
  const policy = readPolicy(fields);
  if (!policy.ok) return policy;
  const { moneyDecimals, pointDecimals, dDecimals } = policy.value;
  if (moneyDecimals !== 2 || pointDecimals !== 12 || dDecimals !== 18) {
    return refuse({ code: 'economy.grids_are_fixed' });
  }
  const economy = createEconomy(policy.value);
  return context.writerTransaction(tenantId, async (tx) => {
    const opened = await insertState(tx, tenantId, {
      policy: fields,
      head: firstHash(fields),
      totals: totalsOf(economy),
      today: NEW_DAY,
    });
    if (!opened) return refuse({ code: 'economy.already_open' });
    upsertAccounts(tx, tenantId, [...economy.accounts.values()]);
    post(context, tx, tenantId, {
      transfer: genesis(fen(economy.reserve), growthUnits(economy.issued)),
      at: input.at,
      cause: { type: 'policy', id: '1' },
    });
    return done({ opened: true });
  });
}

/** The policy as the log stores it: integers as text, because JSON has no bigint. */
function storable(fields: PolicyFields): PolicyFields {
  const text = (value: unknown): unknown => {
    if (typeof value === 'bigint') return String(value);
    return Array.isArray(value) ? value.map(text) : value;
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, text(value)]));
}
