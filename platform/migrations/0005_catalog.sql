-- Merchants, goods on sale and their stock.

create table merchants (
  tenant_id int not null references tenants (id),
  number bigint not null,
  name text not null,
  name_en text,
  opened_at timestamptz not null,
  primary key (tenant_id, number),
  constraint merchants_number_must_be_positive check (number > 0),
  constraint merchants_name_must_not_be_empty check (name <> '')
);
alter table merchants enable row level security;
alter table merchants force row level security;
create policy one_tenant on merchants
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on merchants to tuodi_app;
grant select on merchants to tuodi_writer;

create table products (
  tenant_id int not null references tenants (id),
  id uuid not null,
  merchant bigint not null,
  title text not null,
  title_en text,
  description text not null,
  description_en text,
  category text not null,
  cover_category text not null,
  cover_seed bigint not null,
  image_url text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint products_merchant_must_exist
    foreign key (tenant_id, merchant) references merchants (tenant_id, number),
  constraint products_title_must_not_be_empty check (title <> ''),
  constraint products_category_must_not_be_empty check (category <> ''),
  constraint products_cover_must_be_drawable check (
    cover_category in ('bottle', 'scroll', 'jade', 'coin', 'stamp', 'wood', 'tea', 'box'))
);
create index products_by_age on products (tenant_id, created_at, id);
create index products_by_category on products (tenant_id, category, created_at, id);
alter table products enable row level security;
alter table products force row level security;
create policy one_tenant on products
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on products to tuodi_app;

-- What a merchant is owed for one piece: a price in fen, or the rest after a share of what was paid.
create table skus (
  tenant_id int not null references tenants (id),
  id uuid not null,
  product_id uuid not null,
  position int not null,
  title text not null,
  title_en text,
  price_fen bigint not null,
  supply_price_fen bigint,
  margin_basis_points int,
  primary key (tenant_id, id),
  constraint skus_position_must_be_unique unique (tenant_id, product_id, position),
  constraint skus_product_must_exist
    foreign key (tenant_id, product_id) references products (tenant_id, id),
  constraint skus_title_must_not_be_empty check (title <> ''),
  -- A billion yuan: products of it with any allowed quantity stay far inside bigint.
  constraint skus_price_must_be_payable check (price_fen between 1 and 100000000000),
  constraint skus_supply_price_must_not_be_negative
    check (supply_price_fen between 0 and 100000000000),
  constraint skus_margin_must_be_a_share check (margin_basis_points between 0 and 10000),
  constraint skus_margin_must_have_one_rule
    check (num_nonnulls(supply_price_fen, margin_basis_points) = 1)
);
alter table skus enable row level security;
alter table skus force row level security;
create policy one_tenant on skus
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on skus to tuodi_app;

-- Pieces of a SKU. Half of every page is left free, so that changes stay on it.
create table stock_levels (
  tenant_id int not null references tenants (id),
  sku_id uuid not null,
  on_hand bigint not null,
  available bigint not null,
  reserved bigint not null,
  primary key (tenant_id, sku_id),
  constraint stock_levels_sku_must_exist
    foreign key (tenant_id, sku_id) references skus (tenant_id, id),
  constraint stock_levels_must_add_up check (on_hand = available + reserved),
  constraint stock_levels_available_must_not_be_negative check (available >= 0),
  constraint stock_levels_reserved_must_not_be_negative check (reserved >= 0)
) with (fillfactor = 50);
alter table stock_levels enable row level security;
alter table stock_levels force row level security;
create policy one_tenant on stock_levels
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on stock_levels to tuodi_app;
grant update (on_hand, available, reserved) on stock_levels to tuodi_app;

-- What a checkout holds until it is paid or closed: one row, its SKUs as arrays. A row that is
-- there is held; paying and closing take it away.
create table stock_reservations (
  tenant_id int not null references tenants (id),
  id uuid not null,
  sku_ids uuid[] not null,
  quantities bigint[] not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  constraint stock_reservations_must_pair_skus_and_quantities
    check (cardinality(sku_ids) = cardinality(quantities) and cardinality(sku_ids) > 0)
);
alter table stock_reservations enable row level security;
alter table stock_reservations force row level security;
create policy one_tenant on stock_reservations
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, delete on stock_reservations to tuodi_app;
