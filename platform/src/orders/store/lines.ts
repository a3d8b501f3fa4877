import { fen } from '@tuodi/amount';
import type { Transaction } from '../../context.ts';
import type { OrderLine } from '../order.ts';

/** Inserts the lines of a checkout, set-based: a real order has up to 1,100 of them. */
export function insertLines(tx: Transaction, tenantId: number, lines: readonly OrderLine[]): void {
  tx.defer(
    `insert into order_lines (tenant_id, order_id, position, sku_id, quantity, price_fen,
       supply_price_fen, amount_fen, margin_fen)
     select $1, row.*
     from unnest($2::uuid[], $3::int[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[],
       $8::bigint[], $9::bigint[]) as row`,
    [
      tenantId,
      lines.map((line) => line.orderId),
      lines.map((line) => line.position),
      lines.map((line) => line.skuId),
      lines.map((line) => line.quantity),
      lines.map((line) => line.price),
      lines.map((line) => line.supplyPrice),
      lines.map((line) => line.amount),
      lines.map((line) => line.margin),
    ],
  );
}

interface LineRow {
  order_id: string;
  position: number;
  sku_id: string;
  quantity: bigint;
  refunded_quantity: bigint;
  price_fen: bigint;
  supply_price_fen: bigint | null;
  amount_fen: bigint;
  margin_fen: bigint;
}

const LINE_COLUMNS = `order_id, position, sku_id, quantity, refunded_quantity, price_fen,
  supply_price_fen, amount_fen, margin_fen`;

function toLine(row: LineRow): OrderLine {
  return {
    orderId: row.order_id,
    position: row.position,
    skuId: row.sku_id,
    quantity: row.quantity,
    refundedQuantity: row.refunded_quantity,
    price: fen(row.price_fen),
    supplyPrice: row.supply_price_fen === null ? null : fen(row.supply_price_fen),
    amount: fen(row.amount_fen),
    margin: fen(row.margin_fen),
  };
}

export async function loadLines(
  tx: Transaction,
  tenantId: number,
  orderId: string,
): Promise<OrderLine[]> {
  const rows = await tx.query<LineRow>(
    `select ${LINE_COLUMNS}
     from order_lines
     where tenant_id = $1
       and order_id = $2
     order by position`,
    [tenantId, orderId],
  );
  return rows.map(toLine);
}

/** Some lines of an order, by position; those that do not exist are left out. */
export async function loadLinesAt(
  tx: Transaction,
  tenantId: number,
  key: { readonly orderId: string; readonly positions: readonly number[] },
): Promise<OrderLine[]> {
  const rows = await tx.query<LineRow>(
    `select ${LINE_COLUMNS}
     from order_lines
     where tenant_id = $1
       and order_id = $2
       and position = any ($3::int[])
     order by position`,
    [tenantId, key.orderId, key.positions],
  );
  return rows.map(toLine);
}

/** The first lines of several orders, for lists. */
export async function loadFirstLines(
  tx: Transaction,
  tenantId: number,
  key: { readonly orderIds: readonly string[]; readonly count: number },
): Promise<OrderLine[]> {
  const rows = await tx.query<LineRow>(
    `select ${LINE_COLUMNS}
     from order_lines
     where tenant_id = $1
       and order_id = any ($2::uuid[])
       and position <= $3
     order by order_id, position`,
    [tenantId, key.orderIds, key.count],
  );
  return rows.map(toLine);
}

/** Adds to what was given back of lines; the row itself refuses more than was bought. */
export async function addRefunded(
  tx: Transaction,
  tenantId: number,
  refunded: {
    readonly orderId: string;
    readonly lines: readonly { readonly position: number; readonly quantity: bigint }[];
  },
): Promise<void> {
  await tx.run(
    `update order_lines as line
     set refunded_quantity = line.refunded_quantity + back.quantity
     from unnest($3::int[], $4::bigint[]) as back (position, quantity)
     where line.tenant_id = $1
       and line.order_id = $2
       and line.position = back.position`,
    [
      ...[tenantId, refunded.orderId],
      refunded.lines.map((line) => line.position),
      refunded.lines.map((line) => line.quantity),
    ],
  );
}
