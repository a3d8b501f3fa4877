-- The economy of a tenant: one state row, its accounts and orders, the inbox of events, their
-- outcomes, and the hash-chained log. Written by the tenant's single writer (role tuodi_writer);
-- the program's own role may append to the inbox and read.

create table economy_states (
  tenant_id int primary key references tenants (id),
  epoch bigint not null default 0,
  seq bigint not null default 0,
  head bytea not null,
  policy json not null,
  policy_version int not null default 1,
  reserve_fen numeric(38, 0) not null,
  circulating_points numeric(38, 0) not null,
  issued_points numeric(38, 0) not null,
  burned_points numeric(38, 0) not null,
  treasury_points numeric(38, 0) not null,
  constant_fen numeric(38, 0) not null,
  constant_locked_fen numeric(38, 0) not null,
  constant_backing_fen numeric(38, 0) not null,
  dividend_open_fen numeric(38, 0) not null,
  dividend_owed_fen numeric(38, 0) not null,
  stability_fen numeric(38, 0) not null,
  dividend_per_weight numeric(38, 0) not null,
  platform_fen numeric(38, 0) not null,
  share_price_fen numeric(38, 0),
  last_price_money numeric not null,
  last_price_points numeric not null,
  cash_in_fen numeric(38, 0) not null,
  cash_out_fen numeric(38, 0) not null,
  open_cash_fen numeric(38, 0) not null,
  forced_exits bigint not null default 0,
  -- The events of the day that is not closed yet.
  today json not null,
  constraint economy_states_reserve_must_not_be_negative check (reserve_fen >= 0),
  constraint economy_states_supply_must_add_up
    check (issued_points = circulating_points + burned_points + treasury_points),
  constraint economy_states_constant_points_must_be_backed
    check (constant_backing_fen = constant_fen + constant_locked_fen),
  constraint economy_states_pots_must_not_be_negative
    check (least(dividend_open_fen, dividend_owed_fen, stability_fen, constant_fen,
      constant_locked_fen, open_cash_fen) >= 0)
) with (fillfactor = 10);

create table economy_accounts (
  tenant_id int not null references tenants (id),
  account_key text not null,
  points numeric(38, 0) not null,
  constant_fen bigint not null,
  quota_fen bigint not null,
  given_fen bigint not null,
  debt_fen bigint not null,
  cash_fen bigint not null,
  gross_fen bigint not null,
  mark numeric(38, 0) not null,
  level int not null,
  primary key (tenant_id, account_key),
  constraint economy_accounts_must_not_be_negative
    check (points >= 0 and least(constant_fen, quota_fen, debt_fen, cash_fen, gross_fen) >= 0),
  constraint economy_accounts_must_stay_within_quota check (gross_fen + quota_fen <= given_fen)
) with (fillfactor = 70);

create table economy_orders (
  tenant_id int not null references tenants (id),
  order_id uuid not null,
  buyer_key text not null,
  referrer_key text,
  merchant_key text,
  state text not null,
  amount_fen bigint not null,
  margin_fen bigint not null,
  constant_fen bigint not null,
  contribution_fen bigint not null,
  buyer_points numeric(38, 0) not null,
  buyer_value_fen bigint not null,
  referrer_points numeric(38, 0) not null,
  primary key (tenant_id, order_id),
  constraint economy_orders_state_must_be_known check (state in ('open', 'settled', 'void'))
) with (fillfactor = 70);
create index economy_orders_open on economy_orders (tenant_id) include (amount_fen, constant_fen)
  where state = 'open';

-- n gives the order in which events are applied; rows are deleted by the batch that applies them.
create sequence economy_inbox_n;
create table economy_inbox (
  tenant_id int not null references tenants (id),
  n bigint not null default nextval('economy_inbox_n'),
  source_type text not null,
  source_id text not null,
  at timestamptz not null,
  event json not null,
  primary key (tenant_id, n),
  constraint economy_inbox_source_must_be_unique unique (tenant_id, source_type, source_id)
);

-- Exactly once lives here: an event whose source has an outcome is never applied again.
create table economy_outcomes (
  tenant_id int not null references tenants (id),
  source_type text not null,
  source_id text not null,
  seq bigint,
  input_hash bytea not null,
  outcome json not null,
  primary key (tenant_id, source_type, source_id)
);
create unique index economy_outcomes_by_seq on economy_outcomes (tenant_id, seq)
  where seq is not null;

-- Accepted events only: the log replays without a refusal. `hash` covers the entry before, the
-- event, its outcome and the legs of its transfer.
create table economy_log (
  tenant_id int not null references tenants (id),
  seq bigint not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  policy_version int not null,
  source_type text not null,
  source_id text not null,
  event json not null,
  hash bytea not null,
  primary key (tenant_id, seq, at)
) partition by range (at);
insert into partitioned_tables (name) values ('economy_log');

-- One row per closed day: what charts show. Recomputed by the audit from the log.
create table economy_days (
  tenant_id int not null references tenants (id),
  day date not null,
  seq bigint not null,
  price numeric(38, 0) not null,
  reserve_fen numeric(38, 0) not null,
  circulating_points numeric(38, 0) not null,
  dividend_fen numeric(38, 0) not null,
  orders bigint not null,
  sales_fen numeric(38, 0) not null,
  merchant_fen numeric(38, 0) not null,
  contribution_fen numeric(38, 0) not null,
  dividend_share_fen numeric(38, 0) not null,
  platform_fen numeric(38, 0) not null,
  primary key (tenant_id, day)
);

-- What moved an account's points and cash, for its owner to read.
create table economy_activity (
  tenant_id int not null references tenants (id),
  account_key text not null,
  seq bigint not null,
  what text not null,
  at timestamptz not null,
  points numeric(38, 0) not null,
  cash_fen bigint not null,
  order_id uuid,
  primary key (tenant_id, account_key, seq, what)
);

alter table economy_states enable row level security;
alter table economy_states force row level security;
create policy one_tenant on economy_states
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
alter table economy_accounts enable row level security;
alter table economy_accounts force row level security;
create policy one_tenant on economy_accounts
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
alter table economy_orders enable row level security;
alter table economy_orders force row level security;
create policy one_tenant on economy_orders
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
alter table economy_inbox enable row level security;
alter table economy_inbox force row level security;
create policy one_tenant on economy_inbox
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
alter table economy_outcomes enable row level security;
alter table economy_outcomes force row level security;
create policy one_tenant on economy_outcomes
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
alter table economy_log enable row level security;
alter table economy_log force row level security;
create policy one_tenant on economy_log
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
alter table economy_days enable row level security;
alter table economy_days force row level security;
create policy one_tenant on economy_days
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
alter table economy_activity enable row level security;
alter table economy_activity force row level security;
create policy one_tenant on economy_activity
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);

grant select, insert, update on economy_states, economy_accounts, economy_orders to tuodi_writer;
grant select, delete on economy_inbox to tuodi_writer;
grant select, insert on economy_outcomes, economy_log, economy_days, economy_activity to tuodi_writer;
grant usage on sequence economy_inbox_n to tuodi_app;
grant select, insert on economy_inbox to tuodi_app;
grant select on economy_states, economy_accounts, economy_orders, economy_outcomes, economy_log,
  economy_days, economy_activity to tuodi_app;

-- The writer looks for waiting events of any tenant, and for nothing else of theirs.
create policy writer_sees_what_waits on economy_inbox for select to tuodi_writer using (true);
