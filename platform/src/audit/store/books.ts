import type { Transaction } from '../../postgres/index.ts';

/** Open paid orders: what escrow must hold. */
export async function cashOfOpenOrders(tx: Transaction, tenantId: number): Promise<bigint> {
  const row = await tx.first<{ cash: bigint }>(
    `select coalesce(sum(amount_fen - constant_fen), 0) as cash
     from economy_orders
     where tenant_id = $1
       and state = 'open'`,
    [tenantId],
  );
  return row?.cash ?? 0n;
}

/** Orders whose payment is booked but whose event the economy has not applied yet. */
export async function cashNotYetTold(tx: Transaction, tenantId: number): Promise<bigint> {
  const row = await tx.first<{ cash: bigint }>(
    `select coalesce(sum(orders.amount_fen), 0) as cash
     from economy_inbox inbox
     join orders on orders.tenant_id = inbox.tenant_id and orders.id = inbox.source_id::uuid
     where inbox.tenant_id = $1
       and inbox.source_type = 'order_paid'`,
    [tenantId],
  );
  return row?.cash ?? 0n;
}

export interface StockRow {
  readonly sku_id: string;
  readonly on_hand: bigint;
  readonly available: bigint;
  readonly reserved: bigint;
  readonly held: bigint;
}

/** SKUs whose stock does not add up, or whose reservations are not those of its rows. */
export async function brokenStock(tx: Transaction, tenantId: number): Promise<StockRow[]> {
  return tx.query<StockRow>(
    `with held as (
       select line.sku_id, sum(line.quantity) as quantity
       from stock_reservations reservation
       cross join lateral unnest(reservation.sku_ids, reservation.quantities)
         as line (sku_id, quantity)
       where reservation.tenant_id = $1
       group by line.sku_id
     )
     select level.sku_id, level.on_hand, level.available, level.reserved,
       coalesce(held.quantity, 0) as held
     from stock_levels level
     left join held on held.sku_id = level.sku_id
     where level.tenant_id = $1
       and (level.on_hand <> level.available + level.reserved
         or level.reserved <> coalesce(held.quantity, 0))
     limit 5`,
    [tenantId],
  );
}

/** Refunds that are in refund_due and not yet paid out by the gateway. */
export async function refundsDue(tx: Transaction, tenantId: number): Promise<bigint> {
  const row = await tx.first<{ due: bigint }>(
    `select coalesce(sum(amount_fen), 0) as due
     from payment_refunds
     where tenant_id = $1
       and state in ('due', 'asked')`,
    [tenantId],
  );
  return row?.due ?? 0n;
}

/** Sources that other rooms submitted and the rules refused: a fault each. */
export async function refusedEvents(
  tx: Transaction,
  tenantId: number,
): Promise<{ source_type: string; source_id: string }[]> {
  return tx.query(
    `select source_type, source_id
     from economy_outcomes
     where tenant_id = $1
       and seq is null
       and source_type <> 'http'
     limit 5`,
    [tenantId],
  );
}

/** Transfers of economy events whose source is no entry of the log. */
export async function strayTransfers(
  tx: Transaction,
  tenantId: number,
): Promise<{ id: string; kind: string }[]> {
  return tx.query(
    `select transfer.id, transfer.kind
     from transfers transfer
     where transfer.tenant_id = $1
       and transfer.kind not in ('payment_confirmed', 'payment_unexpected', 'refund_confirmed',
         'genesis')
       and not exists (
         select from economy_outcomes outcome
         where outcome.tenant_id = $1
           and outcome.source_type = transfer.cause_type
           and outcome.source_id = transfer.cause_id
           and outcome.seq is not null
       )
     limit 5`,
    [tenantId],
  );
}
