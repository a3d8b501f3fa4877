import { done, invariant, refuse } from '@tuodi/outcome';
import type { Outcome } from '@tuodi/outcome';
import type { Transaction } from '../context.ts';
import {
  addPieces,
  insertLevels,
  loadAvailable,
  lockLevels,
  takeIntoReservation,
  takeReservationBack,
  takeReservationOut,
} from './store.ts';

/** Some pieces of one SKU. */
export interface Pieces {
  readonly skuId: string;
  readonly quantity: bigint;
}

export interface Reserve {
  /** Of the checkout that holds the pieces. */
  readonly id: string;
  /** In any order; a SKU may come more than once. */
  readonly pieces: readonly Pieces[];
  readonly expiresAt: string;
}

export interface StockRefusal {
  readonly code: 'stock.not_enough';
  readonly skuId: string;
  readonly available: bigint;
}

/** Gives SKUs that are new their first pieces. */
export async function openStock(
  tx: Transaction,
  tenantId: number,
  pieces: readonly Pieces[],
): Promise<void> {
  if (pieces.length > 0) await insertLevels(tx, tenantId, pieces);
}

/** How many pieces of each SKU can be bought now. */
export async function availableOf(
  tx: Transaction,
  tenantId: number,
  skuIds: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await loadAvailable(tx, tenantId, skuIds);
  return new Map(rows.map((row) => [row.skuId, row.available]));
}

/**
 * Holds every piece, or refuses and holds none: lock, look, take; two statements whatever the number
 * of SKUs. Taking in the locking statement itself would decide by a snapshot older than the lock.
 */
export async function reserve(
  tx: Transaction,
  tenantId: number,
  request: Reserve,
): Promise<Outcome<void, StockRefusal>> {
  const pieces = bySku(request.pieces);
  const levels = await lockLevels(
    tx,
    tenantId,
    pieces.map((one) => one.skuId),
  );
  const found = new Map(levels.map((level) => [level.skuId, level.available]));
  for (const { skuId, quantity } of pieces) {
    const available = found.get(skuId) ?? 0n;
    if (available < quantity) return refuse({ code: 'stock.not_enough', skuId, available });
  }
  takeIntoReservation(tx, tenantId, { ...request, pieces });
  return done(undefined);
}

/** The pieces of a reservation are sold: they leave the shop. */
export async function confirmReservation(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<void> {
  const moved = await takeReservationOut(tx, tenantId, id);
  invariant(moved > 0, 'the reservation of an open payment is there');
}

/** The pieces of a reservation can be bought by others again. */
export async function releaseReservation(
  tx: Transaction,
  tenantId: number,
  id: string,
): Promise<void> {
  const moved = await takeReservationBack(tx, tenantId, id);
  invariant(moved > 0, 'the reservation of an open payment is there');
}

/** Sold pieces that never left the shop are for sale again. */
export async function putBack(
  tx: Transaction,
  tenantId: number,
  pieces: readonly Pieces[],
): Promise<void> {
  const sorted = bySku(pieces);
  const moved = await addPieces(tx, tenantId, sorted);
  invariant(moved === sorted.length, 'every sold SKU has a stock level');
}

/** One entry a SKU, in the order in which rows are locked. */
function bySku(pieces: readonly Pieces[]): readonly Pieces[] {
  const sums = new Map<string, bigint>();
  for (const { skuId, quantity } of pieces) {
    sums.set(skuId, (sums.get(skuId) ?? 0n) + quantity);
  }
  return [...sums]
    .map(([skuId, quantity]) => ({ skuId, quantity }))
    .toSorted((a, b) => (a.skuId < b.skuId ? -1 : 1));
}
