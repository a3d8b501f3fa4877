import type { Transaction } from '../../context.ts';

/**
 * Takes the lease of a tenant's economy if nobody else alive holds it: one more epoch in lease and
 * state, in the same transaction, so an older writer's next commit fails.
 * @returns the epoch, or null while somebody else holds it.
 */
export async function takeLease(
  tx: Transaction,
  tenantId: number,
  lease: { readonly owner: string; readonly seconds: number },
): Promise<bigint | null> {
  const row = await tx.first<{ epoch: bigint }>(
    `insert into writer_leases as held (tenant_id, kind, key, epoch, owner, expires_at)
     values ($1, 'economy', '', 1, $2, now() + make_interval(secs => $3))
     on conflict (tenant_id, kind, key) do update
     set epoch = held.epoch + 1, owner = excluded.owner, expires_at = excluded.expires_at
     where held.expires_at < now()
       or held.owner = excluded.owner
     returning epoch`,
    [tenantId, lease.owner, lease.seconds],
  );
  if (row === undefined) return null;
  await tx.run('update economy_states set epoch = $2 where tenant_id = $1', [tenantId, row.epoch]);
  return row.epoch;
}

/** Keeps a lease that is still ours. @returns false when it is not. */
export async function renewLease(
  tx: Transaction,
  tenantId: number,
  lease: { readonly epoch: bigint; readonly seconds: number },
): Promise<boolean> {
  const renewed = await tx.run(
    `update writer_leases
     set expires_at = now() + make_interval(secs => $3)
     where tenant_id = $1
       and kind = 'economy'
       and key = ''
       and epoch = $2`,
    [tenantId, lease.epoch, lease.seconds],
  );
  return renewed === 1;
}

/** Gives a lease back, so that the next writer need not wait for its end. */
export async function returnLease(tx: Transaction, tenantId: number, epoch: bigint): Promise<void> {
  await tx.run(
    `update writer_leases
     set expires_at = '-infinity', owner = null
     where tenant_id = $1
       and kind = 'economy'
       and key = ''
       and epoch = $2`,
    [tenantId, epoch],
  );
}
