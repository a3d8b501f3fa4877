-- Payments, attempts to pay, what gateways told us, money on its way back; and the simulated
-- gateway's own books, which no other room reads.

create table payments (
  tenant_id int not null references tenants (id),
  id uuid not null,
  member bigint not null,
  amount_fen bigint not null,
  state text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  paid_at timestamptz,
  closed_at timestamptz,
  primary key (tenant_id, id),
  constraint payments_member_must_exist
    foreign key (tenant_id, member) references memberships (tenant_id, member),
  constraint payments_amount_must_be_positive check (amount_fen > 0),
  constraint payments_state_must_be_known check (state in ('open', 'paid', 'closed')),
  constraint payments_paid_have_their_time check ((state = 'paid') = (paid_at is not null)),
  constraint payments_closed_have_their_time check ((state = 'closed') = (closed_at is not null))
) with (fillfactor = 70);
create index payments_by_expiry on payments (tenant_id, expires_at) where state = 'open';
alter table payments enable row level security;
alter table payments force row level security;
create policy one_tenant on payments
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on payments to tuodi_app;
grant update (state, paid_at, closed_at) on payments to tuodi_app;

alter table checkouts add constraint checkouts_payment_must_exist
  foreign key (tenant_id, payment_id) references payments (tenant_id, id);

-- One visit to a gateway's cashier. `gateway` is the number of the gateway account.
create table payment_attempts (
  tenant_id int not null references tenants (id),
  id uuid not null,
  payment_id uuid not null,
  gateway bigint not null,
  amount_fen bigint not null,
  state text not null,
  opened_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant_id, id),
  constraint payment_attempts_payment_must_exist
    foreign key (tenant_id, payment_id) references payments (tenant_id, id),
  constraint payment_attempts_amount_must_be_positive check (amount_fen > 0),
  constraint payment_attempts_state_must_be_known
    check (state in ('open', 'succeeded', 'failed'))
) with (fillfactor = 70);
create index payment_attempts_by_payment on payment_attempts (tenant_id, payment_id);
alter table payment_attempts enable row level security;
alter table payment_attempts force row level security;
create policy one_tenant on payment_attempts
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on payment_attempts to tuodi_app;
grant update (state, finished_at) on payment_attempts to tuodi_app;

-- A gateway's payment is received once, under the gateway's own number of it.
create table payment_receipts (
  tenant_id int not null references tenants (id),
  gateway bigint not null,
  gateway_payment_id text not null,
  attempt_id uuid not null,
  payment_id uuid not null,
  amount_fen bigint not null,
  expected boolean not null,
  received_at timestamptz not null,
  primary key (tenant_id, gateway, gateway_payment_id),
  constraint payment_receipts_attempt_must_exist
    foreign key (tenant_id, attempt_id) references payment_attempts (tenant_id, id)
);
-- Whatever races: a payment has at most one receipt that pays for its orders.
create unique index payment_receipts_expected_must_be_one
  on payment_receipts (tenant_id, payment_id) where expected;
alter table payment_receipts enable row level security;
alter table payment_receipts force row level security;
create policy one_tenant on payment_receipts
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on payment_receipts to tuodi_app;

-- Money on its way back to a shopper. `asked_at` is wall time: it says when to ask again. `booking`: the economy has not booked it yet; `due`: it is in
-- refund_due; `asked`: the gateway was told; `confirmed`: the gateway paid it out.
create table payment_refunds (
  tenant_id int not null references tenants (id),
  id uuid not null,
  gateway bigint not null,
  gateway_payment_id text not null,
  attempt_id uuid not null,
  member bigint not null,
  cause text not null,
  amount_fen bigint not null,
  state text not null,
  opened_at timestamptz not null,
  asked_at timestamptz,
  confirmed_at timestamptz,
  primary key (tenant_id, id),
  constraint payment_refunds_receipt_must_exist
    foreign key (tenant_id, gateway, gateway_payment_id)
    references payment_receipts (tenant_id, gateway, gateway_payment_id),
  constraint payment_refunds_cause_must_be_known check (cause in ('refund', 'unexpected_payment')),
  constraint payment_refunds_amount_must_be_positive check (amount_fen > 0),
  constraint payment_refunds_state_must_be_known
    check (state in ('booking', 'due', 'asked', 'confirmed')),
  constraint payment_refunds_confirmed_have_their_time
    check ((state = 'confirmed') = (confirmed_at is not null))
) with (fillfactor = 70);
create index payment_refunds_unfinished on payment_refunds (tenant_id, opened_at)
  where state <> 'confirmed';
alter table payment_refunds enable row level security;
alter table payment_refunds force row level security;
create policy one_tenant on payment_refunds
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on payment_refunds to tuodi_app;
grant update (state, asked_at, confirmed_at) on payment_refunds to tuodi_app;
grant select on payment_refunds to tuodi_writer;
grant update (state) on payment_refunds to tuodi_writer;

-- The simulated gateway's bill: what it did, and whether its caller has acknowledged it.
create table simulator_bill (
  tenant_id int not null references tenants (id),
  gateway bigint not null,
  id text not null,
  kind text not null,
  attempt_id uuid not null,
  refund_id uuid,
  amount_fen bigint not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  acknowledged_at timestamptz,
  primary key (tenant_id, gateway, id),
  constraint simulator_bill_kind_must_be_known
    check (kind in ('payment_succeeded', 'payment_failed', 'refund_succeeded')),
  constraint simulator_bill_refunds_name_theirs
    check ((kind = 'refund_succeeded') = (refund_id is not null))
) with (fillfactor = 70);
-- A refund that is asked for twice is paid out once.
create unique index simulator_bill_refunds_once on simulator_bill (tenant_id, gateway, refund_id)
  where refund_id is not null;
create index simulator_bill_unacknowledged on simulator_bill (tenant_id, recorded_at)
  where acknowledged_at is null;
alter table simulator_bill enable row level security;
alter table simulator_bill force row level security;
create policy one_tenant on simulator_bill
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on simulator_bill to tuodi_app;
grant update (acknowledged_at) on simulator_bill to tuodi_app;
