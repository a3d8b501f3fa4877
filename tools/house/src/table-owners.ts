/**
 * Which room writes a table. Others read it by that room's verbs; only migrations make it. A table
 * that a migration makes and no room owns fails, and so does a row for a table that none makes.
 */
export const tableOwners: Readonly<Record<string, readonly string[]>> = {
  'platform/postgres': ['schema_migrations'],
  'platform/tenancy': ['tenants', 'tenant_domains', 'tenant_counters'],
  'platform/identity': ['people', 'memberships', 'sessions', 'sign_in_codes'],
  'platform/messaging': ['messages'],
  'platform/idempotency': ['idempotency_keys'],
  'platform/ledger': ['transfers', 'balances'],
  'platform/economy': [
    'writer_leases',
    'economy_states',
    'economy_accounts',
    'economy_orders',
    'economy_inbox',
    'economy_outcomes',
    'economy_log',
    'economy_days',
    'economy_activity',
  ],
  'platform/catalog': ['merchants', 'products', 'skus'],
  'platform/stock': ['stock_levels', 'stock_reservations'],
  'platform/orders': ['checkouts', 'orders', 'order_lines'],
  'platform/payments': [
    'payments',
    'payment_attempts',
    'payment_receipts',
    'payment_refunds',
    'simulator_bill',
  ],
  'platform/aftersale': ['refunds'],
  // Written by migrations only: what no program may change while it runs.
  migrations: ['assets', 'partitioned_tables'],
};

/** Tables that the migration runner makes by itself, before the first migration. */
export const tablesOfTheRunner: readonly string[] = ['schema_migrations'];
