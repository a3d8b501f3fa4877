import type { EconomyTotals } from '@tuodi/economy';
import type { Transaction } from '../../context.ts';
import { todayText } from '../today.ts';
import type { Today } from '../today.ts';

/** The first state row of a tenant's economy. @returns false when there is one already. */
export async function insertState(
  tx: Transaction,
  tenantId: number,
  state: {
    readonly policy: object;
    readonly head: Buffer;
    readonly totals: EconomyTotals;
    readonly today: Today;
  },
): Promise<boolean> {
  const { totals } = state;
  const inserted = await tx.run(
    `insert into economy_states (tenant_id, policy, head, today, reserve_fen, circulating_points,
       issued_points, burned_points, treasury_points, constant_fen, constant_locked_fen,
       constant_backing_fen, dividend_open_fen, dividend_owed_fen, stability_fen,
       dividend_per_weight, platform_fen, share_price_fen, last_price_money, last_price_points,
       cash_in_fen, cash_out_fen, open_cash_fen)
     values ($1, $2, $3, $4, $5, $6, $7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, $8, $9, $10, 0, 0)
     on conflict (tenant_id) do nothing`,
    [
      ...[tenantId, JSON.stringify(state.policy), state.head],
      todayText(state.today),
      ...[totals.reserve, totals.circulating, totals.issued],
      ...[totals.lastPrice.money, totals.lastPrice.points, totals.cashIn],
    ],
  );
  return inserted === 1;
}
