-- Every row that a shopper's act writes named its tenant by a foreign key of its own. Each check
-- locks the row of the tenant, and transactions that hold it at once make it a row of many lockers:
-- the busiest row of the house, for nothing. A tenant is never deleted, row-level security lets a
-- row be written for the tenant of the transaction alone, and most of these rows name another row
-- of their tenant anyway. Tables that grow with settings and not with trade keep theirs.
alter table checkouts drop constraint checkouts_tenant_id_fkey;
alter table orders drop constraint orders_tenant_id_fkey;
alter table order_lines drop constraint order_lines_tenant_id_fkey;
alter table refunds drop constraint refunds_tenant_id_fkey;
alter table payments drop constraint payments_tenant_id_fkey;
alter table payment_attempts drop constraint payment_attempts_tenant_id_fkey;
alter table payment_receipts drop constraint payment_receipts_tenant_id_fkey;
alter table payment_refunds drop constraint payment_refunds_tenant_id_fkey;
alter table simulator_bill drop constraint simulator_bill_tenant_id_fkey;
alter table stock_reservations drop constraint stock_reservations_tenant_id_fkey;
alter table idempotency_keys drop constraint idempotency_keys_tenant_id_fkey;
alter table transfers drop constraint transfers_tenant_id_fkey;
alter table balances drop constraint balances_tenant_id_fkey;
alter table economy_accounts drop constraint economy_accounts_tenant_id_fkey;
alter table economy_orders drop constraint economy_orders_tenant_id_fkey;
alter table economy_inbox drop constraint economy_inbox_tenant_id_fkey;
alter table economy_outcomes drop constraint economy_outcomes_tenant_id_fkey;
alter table economy_log drop constraint economy_log_tenant_id_fkey;
alter table economy_activity drop constraint economy_activity_tenant_id_fkey;

-- A payment has one checkout: its orders are found by the payment.
drop index orders_by_checkout;
