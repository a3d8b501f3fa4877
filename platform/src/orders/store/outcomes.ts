import type { Transaction } from '../../context.ts';
import type { Earned } from '../order.ts';

export interface SettledOrder extends Earned {
  readonly id: string;
  readonly at: string;
}

/**
 * Settled orders with what they earned, in one statement, as the economy's writer. An order of
 * which nothing is left any more (refunded while its settlement was under way) is refunded.
 */
export function updateToSettled(
  tx: Transaction,
  tenantId: number,
  settled: readonly SettledOrder[],
): Promise<number> {
  return tx.run(
    `update orders
     set state = case when orders.refunded_fen = orders.amount_fen then 'refunded'
           else 'settled' end,
         settled_at = row.at,
         contribution_fen = row.contribution_fen,
         value_fen = row.value_fen,
         points = row.points,
         dividend_fen = row.dividend_fen,
         platform_fen = row.platform_fen,
         merchant_fen = row.merchant_fen,
         transfer_id = row.transfer_id
     from unnest($2::uuid[], $3::timestamptz[], $4::bigint[], $5::bigint[], $6::numeric[],
       $7::bigint[], $8::bigint[], $9::bigint[], $10::uuid[])
       as row (id, at, contribution_fen, value_fen, points, dividend_fen, platform_fen,
         merchant_fen, transfer_id)
     where orders.tenant_id = $1
       and orders.id = row.id
       and orders.state = 'settling'`,
    [
      tenantId,
      settled.map((order) => order.id),
      settled.map((order) => order.at),
      settled.map((order) => order.contribution),
      settled.map((order) => order.value),
      settled.map((order) => order.points),
      settled.map((order) => order.dividendShare),
      settled.map((order) => order.platformShare),
      settled.map((order) => order.merchantShare),
      settled.map((order) => order.transferId),
    ],
  );
}
