-- The journal: one row per transfer, its legs as arrays whose sums the row itself guards.

-- Assets are rows; `decimals` is what one unit of `amounts` is worth: 10^-decimals.
create table assets (
  id smallint primary key,
  code text not null,
  decimals int not null,
  constraint assets_code_must_be_unique unique (code)
);
insert into assets (id, code, decimals) values
  (1, 'CNY/2', 2),
  (2, 'GROWTH/12', 12),
  (3, 'CONST/2', 2);
grant select on assets to tuodi_app, tuodi_writer;

-- True when the arrays are equally long, not empty, and sum to zero for every asset.
create function legs_sum_to_zero(assets smallint[], amounts numeric[]) returns boolean
language sql
immutable
strict
parallel safe
as $$
  select cardinality(assets) > 0
    and cardinality(assets) = cardinality(amounts)
    and not exists (
      select from unnest(assets, amounts) as leg (asset, amount)
      group by leg.asset
      having sum(leg.amount) <> 0
    )
$$;

-- `at` is the tenant's business time, `recorded_at` the wall's. No running number and no chain:
-- only the economy's log has those, else every payment would queue behind one row. An account id
-- is computed from the account's name (kernel/ledger), so there is no table of accounts to queue on.
create table transfers (
  tenant_id int not null references tenants (id),
  id uuid not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  kind text not null,
  cause_type text not null,
  cause_id text not null,
  member bigint,
  merchant bigint,
  account_ids bigint[] not null,
  assets smallint[] not null,
  amounts numeric(38, 0)[] not null,
  primary key (tenant_id, id, at),
  constraint transfers_legs_must_sum_to_zero check (legs_sum_to_zero(assets, amounts)),
  constraint transfers_legs_must_name_accounts
    check (cardinality(account_ids) = cardinality(amounts))
) partition by range (at);
create index transfers_by_cause on transfers (tenant_id, cause_type, cause_id);
create index transfers_by_member on transfers (tenant_id, member, at) where member is not null;
alter table transfers enable row level security;
alter table transfers force row level security;
create policy one_tenant on transfers
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on transfers to tuodi_app, tuodi_writer;
insert into partitioned_tables (name) values ('transfers');

-- One row per leg, for reading and for auditors.
create view postings with (security_invoker = true) as
  select
    t.tenant_id,
    t.id as transfer_id,
    t.at,
    t.kind,
    t.cause_type,
    t.cause_id,
    leg.account_id,
    leg.asset,
    leg.amount
  from transfers t
  cross join lateral unnest(t.account_ids, t.assets, t.amounts) as leg (account_id, asset, amount);
grant select on postings to tuodi_app, tuodi_writer;

-- Balances of the exact accounts only: members' and merchants' cash, refunds due.
create table balances (
  tenant_id int not null references tenants (id),
  account_id bigint not null,
  balance numeric(38, 0) not null,
  may_be_negative boolean not null,
  primary key (tenant_id, account_id),
  constraint balances_must_not_be_negative check (may_be_negative or balance >= 0)
) with (fillfactor = 70);
alter table balances enable row level security;
alter table balances force row level security;
create policy one_tenant on balances
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, update on balances to tuodi_app, tuodi_writer;
