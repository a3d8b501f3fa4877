import type { Transaction } from '../../context.ts';

export async function insertMerchant(
  tx: Transaction,
  tenantId: number,
  merchant: { number: bigint; name: string; nameEn: string | null; openedAt: string },
): Promise<void> {
  await tx.run(
    `insert into merchants (tenant_id, number, name, name_en, opened_at)
     values ($1, $2, $3, $4, $5)`,
    [tenantId, merchant.number, merchant.name, merchant.nameEn, merchant.openedAt],
  );
}

/** Merchants by number; those that do not exist are left out. */
export function loadMerchants(
  tx: Transaction,
  tenantId: number,
  numbers: readonly bigint[],
): Promise<{ number: bigint; name: string }[]> {
  return tx.query(
    `select number, name
     from merchants
     where tenant_id = $1
       and number = any ($2::bigint[])`,
    [tenantId, numbers],
  );
}
