import type { orders } from '@tuodi/wire';
import type { z } from 'zod';
import type { Actor } from '../../actor.ts';
import type { Transaction } from '../../context.ts';
import { findTransfer, hasLegOf, transferOnWire } from '../../ledger/index.ts';
import type { StoredTransfer, Viewer } from '../../ledger/index.ts';
import type { Order } from '../order.ts';
import { loadOrder } from '../store/orders.ts';

/** A transfer as somebody may see it; null where it is none of their business. */
export async function showTransfer(
  tx: Transaction,
  tenantId: number,
  { transferId, actor }: { readonly transferId: string; readonly actor: Actor },
): Promise<z.infer<typeof orders.Transfer> | null> {
  const found = await findTransfer(tx, tenantId, transferId);
  if (found === null) return null;
  const settles = found.causeType === 'order_settled';
  const order = settles ? await loadOrder(tx, tenantId, found.causeId) : null;
  const viewer = viewerOf(found, actor, order);
  return viewer === null ? null : transferOnWire(found, viewer);
}

/** The most that an actor may see of a transfer. The order is the one that it settles, if any. */
function viewerOf(row: StoredTransfer, actor: Actor, order: Order | null): Viewer | null {
  if (actor.roles.includes('operator')) return { kind: 'operator' };
  const { member, merchant } = actor;
  if (row.member === member) {
    const seller = order === null ? {} : { seller: order.merchant };
    return { kind: 'member', number: member, ...seller };
  }
  if (merchant !== null && (row.merchant === merchant || order?.merchant === merchant)) {
    return { kind: 'merchant', number: merchant };
  }
  const touched = { of: 'member', number: member } as const;
  if (hasLegOf(row, touched)) return { kind: 'bystander', ...touched };
  if (merchant === null) return null;
  const shop = { of: 'merchant', number: merchant } as const;
  return hasLegOf(row, shop) ? { kind: 'bystander', ...shop } : null;
}
