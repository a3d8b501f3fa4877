-- Checkouts, orders, their lines, and what was given back.

create table checkouts (
  tenant_id int not null references tenants (id),
  id uuid not null,
  member bigint not null,
  payment_id uuid not null,
  total_fen bigint not null,
  placed_at timestamptz not null,
  primary key (tenant_id, id),
  constraint checkouts_member_must_exist
    foreign key (tenant_id, member) references memberships (tenant_id, member),
  constraint checkouts_total_must_be_positive check (total_fen > 0)
);
alter table checkouts enable row level security;
alter table checkouts force row level security;
create policy one_tenant on checkouts
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on checkouts to tuodi_app;

-- One order per merchant of a checkout. The columns of `earned` are written by the economy's
-- writer in the transaction that settles; the rest by the orders room.
create table orders (
  tenant_id int not null references tenants (id),
  id uuid not null,
  number text not null collate "C",
  checkout_id uuid not null,
  payment_id uuid not null,
  member bigint not null,
  merchant bigint not null,
  referrer bigint,
  state text not null,
  amount_fen bigint not null,
  margin_fen bigint not null,
  refunded_fen bigint not null default 0,
  line_count int not null,
  placed_at timestamptz not null,
  paid_at timestamptz,
  shipped_at timestamptz,
  received_at timestamptz,
  window_ends_at timestamptz,
  settled_at timestamptz,
  closed_at timestamptz,
  refunded_at timestamptz,
  close_reason text,
  carrier text,
  tracking text,
  contribution_fen bigint,
  value_fen bigint,
  points numeric,
  dividend_fen bigint,
  platform_fen bigint,
  merchant_fen bigint,
  transfer_id uuid,
  primary key (tenant_id, id),
  constraint orders_number_must_be_unique unique (tenant_id, number),
  constraint orders_checkout_must_exist
    foreign key (tenant_id, checkout_id) references checkouts (tenant_id, id),
  constraint orders_member_must_exist
    foreign key (tenant_id, member) references memberships (tenant_id, member),
  constraint orders_referrer_must_exist
    foreign key (tenant_id, referrer) references memberships (tenant_id, member),
  constraint orders_merchant_must_exist
    foreign key (tenant_id, merchant) references merchants (tenant_id, number),
  constraint orders_state_must_be_known check (state in ('awaiting_payment', 'paid', 'shipped',
    'return_window', 'settling', 'settled', 'closed', 'refunded')),
  constraint orders_amount_must_be_positive check (amount_fen > 0),
  constraint orders_margin_must_be_part_of_the_amount
    check (margin_fen between 0 and amount_fen),
  constraint orders_refund_must_not_exceed_the_amount
    check (refunded_fen between 0 and amount_fen),
  constraint orders_window_goes_with_receipt
    check ((received_at is null) = (window_ends_at is null)),
  constraint orders_settled_have_their_figures
    check (settled_at is null or num_nulls(contribution_fen, value_fen, points, dividend_fen,
      platform_fen, merchant_fen) = 0)
) with (fillfactor = 60);
create index orders_by_member on orders (tenant_id, member, placed_at, number);
create index orders_by_merchant on orders (tenant_id, merchant, placed_at, number);
create index orders_by_age on orders (tenant_id, placed_at, number);
create index orders_by_payment on orders (tenant_id, payment_id);
create index orders_by_checkout on orders (tenant_id, checkout_id);
create index orders_by_window on orders (tenant_id, window_ends_at)
  where state = 'return_window';
create index orders_to_be_done on orders (tenant_id, state)
  where state in ('awaiting_payment', 'paid', 'return_window', 'settling');
alter table orders enable row level security;
alter table orders force row level security;
create policy one_tenant on orders
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on orders to tuodi_app;
grant update (state, refunded_fen, paid_at, shipped_at, received_at, window_ends_at, closed_at,
  refunded_at, close_reason, carrier, tracking) on orders to tuodi_app;
grant select on orders to tuodi_writer;
grant update (state, settled_at, contribution_fen, value_fen, points, dividend_fen, platform_fen,
  merchant_fen, transfer_id) on orders to tuodi_writer;

-- Price, supply price and margin are frozen at checkout. The line's public id is derived from the
-- order's id and the position, so half a million lines need no second index.
create table order_lines (
  tenant_id int not null references tenants (id),
  order_id uuid not null,
  position int not null,
  sku_id uuid not null,
  quantity bigint not null,
  refunded_quantity bigint not null default 0,
  price_fen bigint not null,
  supply_price_fen bigint,
  amount_fen bigint not null,
  margin_fen bigint not null,
  primary key (tenant_id, order_id, position),
  constraint order_lines_order_must_exist
    foreign key (tenant_id, order_id) references orders (tenant_id, id),
  constraint order_lines_sku_must_exist
    foreign key (tenant_id, sku_id) references skus (tenant_id, id),
  constraint order_lines_position_must_count_from_one check (position > 0),
  constraint order_lines_quantity_must_be_positive check (quantity > 0),
  constraint order_lines_refund_must_not_exceed_the_quantity
    check (refunded_quantity between 0 and quantity),
  constraint order_lines_amount_must_be_price_times_quantity
    check (amount_fen = price_fen * quantity),
  constraint order_lines_margin_must_be_part_of_the_amount
    check (margin_fen between 0 and amount_fen)
);
alter table order_lines enable row level security;
alter table order_lines force row level security;
create policy one_tenant on order_lines
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on order_lines to tuodi_app;
grant update (refunded_quantity) on order_lines to tuodi_app;

-- What was given back, and of which lines. How the money goes is in payment_refunds, same id.
create table refunds (
  tenant_id int not null references tenants (id),
  id uuid not null,
  order_id uuid not null,
  amount_fen bigint not null,
  late boolean not null,
  reason text not null,
  requested_at timestamptz not null,
  positions int[] not null,
  quantities bigint[] not null,
  amounts_fen bigint[] not null,
  primary key (tenant_id, id),
  constraint refunds_order_must_exist
    foreign key (tenant_id, order_id) references orders (tenant_id, id),
  constraint refunds_amount_must_be_positive check (amount_fen > 0),
  constraint refunds_lines_must_be_complete
    check (cardinality(positions) > 0
      and cardinality(positions) = cardinality(quantities)
      and cardinality(positions) = cardinality(amounts_fen))
);
create index refunds_by_order on refunds (tenant_id, order_id, requested_at);
alter table refunds enable row level security;
alter table refunds force row level security;
create policy one_tenant on refunds
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on refunds to tuodi_app;
grant select on refunds to tuodi_writer;
