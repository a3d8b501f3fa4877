import type { Transaction } from '../context.ts';

interface Pieces {
  readonly skuId: string;
  readonly quantity: bigint;
}

function columns(pieces: readonly Pieces[]): [string[], bigint[]] {
  return [pieces.map((one) => one.skuId), pieces.map((one) => one.quantity)];
}

export async function insertLevels(
  tx: Transaction,
  tenantId: number,
  pieces: readonly Pieces[],
): Promise<void> {
  await tx.run(
    `insert into stock_levels (tenant_id, sku_id, on_hand, available, reserved)
     select $1, level.sku_id, level.quantity, level.quantity, 0
     from unnest($2::uuid[], $3::bigint[]) as level (sku_id, quantity)`,
    [tenantId, ...columns(pieces)],
  );
}

export function loadAvailable(
  tx: Transaction,
  tenantId: number,
  skuIds: readonly string[],
): Promise<{ skuId: string; available: bigint }[]> {
  return tx.query(
    `select sku_id as "skuId", available
     from stock_levels
     where tenant_id = $1
       and sku_id = any ($2::uuid[])`,
    [tenantId, skuIds],
  );
}

/** Locks levels in sorted order and answers what each has, as its last writer left it. */
export function lockLevels(
  tx: Transaction,
  tenantId: number,
  skuIds: readonly string[],
): Promise<{ skuId: string; available: bigint }[]> {
  return tx.query(
    `select sku_id as "skuId", available
     from stock_levels
     where tenant_id = $1
       and sku_id = any ($2::uuid[])
     order by sku_id
     for update`,
    [tenantId, skuIds],
  );
}

/**
 * Takes pieces of levels that the caller has locked and found sufficient, and writes the
 * reservation. A statement of its own after the lock: its snapshot sees what the lock waited for.
 */
export function takeIntoReservation(
  tx: Transaction,
  tenantId: number,
  request: {
    readonly id: string;
    readonly pieces: readonly Pieces[];
    readonly expiresAt: string;
  },
): void {
  tx.defer(
    `with taken as (
       update stock_levels as level
       set available = level.available - wanted.quantity,
           reserved = level.reserved + wanted.quantity
       from unnest($2::uuid[], $3::bigint[]) as wanted (sku_id, quantity)
       where level.tenant_id = $1
         and level.sku_id = wanted.sku_id
     )
     insert into stock_reservations (tenant_id, id, sku_ids, quantities, expires_at)
     values ($1, $4, $2::uuid[], $3::bigint[], $5)`,
    [tenantId, ...columns(request.pieces), request.id, request.expiresAt],
  );
}

/** @returns how many levels changed. */
export function takeReservationOut(tx: Transaction, tenantId: number, id: string): Promise<number> {
  return endReservation(tx, tenantId, id, 'on_hand = level.on_hand - held.quantity');
}

/** @returns how many levels changed. */
export function takeReservationBack(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<number> {
  return endReservation(tx, tenantId, id, 'available = level.available + held.quantity');
}

function endReservation(
  tx: Transaction,
  tenantId: number,
  id: string,
  goes: 'on_hand = level.on_hand - held.quantity' | 'available = level.available + held.quantity',
): Promise<number> {
  return tx.run(
    `with ended as (
       delete from stock_reservations
       where tenant_id = $1
         and id = $2
       returning sku_ids, quantities
     ),
     held as materialized (
       select piece.sku_id, piece.quantity
       from ended
       cross join lateral unnest(ended.sku_ids, ended.quantities) as piece (sku_id, quantity)
     ),
     locked as materialized (
       select level.sku_id
       from stock_levels as level
       join held on held.sku_id = level.sku_id
       where level.tenant_id = $1
       order by level.sku_id
       for update of level
     )
     update stock_levels as level
     set reserved = level.reserved - held.quantity,
         ${goes}
     from held
     join locked on locked.sku_id = held.sku_id
     where level.tenant_id = $1
       and level.sku_id = held.sku_id`,
    [tenantId, id],
  );
}

export function addPieces(
  tx: Transaction,
  tenantId: number,
  pieces: readonly Pieces[],
): Promise<number> {
  return tx.run(
    `with back as materialized (
       select sku_id, quantity
       from unnest($2::uuid[], $3::bigint[]) as piece (sku_id, quantity)
     ),
     locked as materialized (
       select level.sku_id
       from stock_levels as level
       join back on back.sku_id = level.sku_id
       where level.tenant_id = $1
       order by level.sku_id
       for update of level
     )
     update stock_levels as level
     set on_hand = level.on_hand + back.quantity,
         available = level.available + back.quantity
     from back
     join locked on locked.sku_id = back.sku_id
     where level.tenant_id = $1
       and level.sku_id = back.sku_id`,
    [tenantId, ...columns(pieces)],
  );
}
