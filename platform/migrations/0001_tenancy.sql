-- Tenants, people and their memberships; the tenant's clock and counters; writer leases;
-- the maker of month partitions.
--
-- Every table of tenant data: tenant_id first in every key, forced row-level security with a plain
-- comparison, grants by verb. nullif: a setting made by `set local` is '' and not null afterwards.

create table tenants (
  id int primary key,
  slug text not null,
  name text not null,
  name_en text,
  zone text not null default 'Asia/Shanghai',
  currency text not null default 'CNY',
  profile text not null,
  return_window_days int not null default 7,
  clock_mode text not null default 'real',
  clock_now timestamptz,
  opened_at timestamptz not null,
  simulation boolean not null default false,
  brand jsonb not null default '{}',
  constraint tenants_id_must_be_positive check (id > 0),
  constraint tenants_slug_must_be_unique unique (slug),
  constraint tenants_slug_must_be_a_path_segment check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  constraint tenants_currency_must_be_known check (currency = 'CNY'),
  constraint tenants_profile_must_be_known
    check (profile in ('cn-conservative', 'fixed-points', 'document')),
  constraint tenants_return_window_must_be_days check (return_window_days between 0 and 365),
  constraint tenants_clock_mode_must_be_known check (clock_mode in ('real', 'moved')),
  constraint tenants_only_a_moved_clock_stands
    check ((clock_mode = 'moved') = (clock_now is not null))
) with (fillfactor = 50);
-- The mode of a clock, the zone and the currency are fixed when a tenant opens.
grant select, insert on tenants to tuodi_app;
grant update (name, name_en, profile, return_window_days, clock_now, brand) on tenants to tuodi_app;
grant select on tenants to tuodi_writer;

create table tenant_domains (
  domain text primary key,
  tenant_id int not null references tenants (id),
  constraint tenant_domains_must_be_lower_case check (domain = lower(domain))
);
create index tenant_domains_by_tenant on tenant_domains (tenant_id);
grant select, insert, delete on tenant_domains to tuodi_app;

-- A human being, whatever malls they visit. Reached by phone only; never listed to a tenant.
create table people (
  id uuid primary key,
  phone text not null,
  created_at timestamptz not null,
  constraint people_phone_must_be_unique unique (phone),
  constraint people_phone_must_be_international check (phone ~ '^\+[1-9][0-9]{6,14}$')
);
grant select, insert on people to tuodi_app;

-- Somebody known to one tenant by a number. Imported and guest members have no person yet, only
-- the name that the source of the import gave them.
create table memberships (
  tenant_id int not null references tenants (id),
  member bigint not null,
  person_id uuid references people (id),
  external_reference text,
  roles text[] not null default '{member}',
  merchant bigint,
  joined_at timestamptz not null,
  primary key (tenant_id, member),
  constraint memberships_member_must_be_positive check (member > 0),
  constraint memberships_person_must_be_unique unique (tenant_id, person_id),
  constraint memberships_external_reference_must_be_unique unique (tenant_id, external_reference),
  constraint memberships_must_stand_for_somebody
    check (person_id is not null or external_reference is not null),
  constraint memberships_roles_must_be_known
    check (roles <@ array['member', 'merchant', 'operator'] and roles <> '{}'),
  constraint memberships_merchant_goes_with_the_role
    check ((merchant is not null) = ('merchant' = any (roles)))
);
create index memberships_by_merchant on memberships (tenant_id, merchant)
  where merchant is not null;
alter table memberships enable row level security;
alter table memberships force row level security;
create policy one_tenant on memberships
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert on memberships to tuodi_app;
grant update (person_id, roles, merchant) on memberships to tuodi_app;
grant select on memberships to tuodi_writer;

-- Numbers that people see (members, merchants, orders of a day): gapless only as far as the
-- transaction that took them commits.
create table tenant_counters (
  tenant_id int not null references tenants (id),
  name text not null,
  value bigint not null,
  primary key (tenant_id, name),
  constraint tenant_counters_value_must_not_be_negative check (value >= 0)
) with (fillfactor = 50);
alter table tenant_counters enable row level security;
alter table tenant_counters force row level security;
create policy one_tenant on tenant_counters
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, update on tenant_counters to tuodi_app;

-- Who may write a tenant's single-writer state machine, and since when: a commit that asserts an
-- old epoch fails. kind: economy, later market.
create table writer_leases (
  tenant_id int not null references tenants (id),
  kind text not null,
  key text not null,
  epoch bigint not null default 0,
  owner text,
  expires_at timestamptz not null default '-infinity',
  primary key (tenant_id, kind, key),
  constraint writer_leases_epoch_must_not_be_negative check (epoch >= 0)
) with (fillfactor = 50);
alter table writer_leases enable row level security;
alter table writer_leases force row level security;
create policy one_tenant on writer_leases
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, update on writer_leases to tuodi_writer;
grant select on writer_leases to tuodi_app;

-- Tables that are partitioned by month of their column `at`.
create table partitioned_tables (
  name text primary key
);

-- Makes the partitions of the month of `at` and of the two months after it (UTC), and an empty
-- default partition whose first row is an alarm. Made beside and then attached: attaching does not
-- wait for readers of the table. Partitions carry no grants: they are reached by their parent only,
-- whose row-level security then holds.
create function ensure_month_partitions(at timestamptz) returns int
language plpgsql
security definer
set search_path = public, pg_temp
set timezone = 'UTC'
as $$
declare
  parent text;
  part text;
  month date;
  made int := 0;
begin
  if at < '2000-01-01' or at >= '2100-01-01' then
    raise exception 'no partitions are made for %', at using errcode = '22008';
  end if;
  for parent in select name from partitioned_tables order by name collate "C" loop
    for part, month in
      select parent || '_default', null::date
      union all
      select parent || to_char(first, '"_"YYYY"_"MM'), first::date
      from (
        select date_trunc('month', at) + make_interval(months => n) as first
        from generate_series(0, 2) as n
      ) as months
    loop
      continue when to_regclass(format('%I', part)) is not null;
      -- Another session may make it while this one waits. Asked of pg_class, because to_regclass
      -- would answer from what this session remembers.
      perform pg_advisory_xact_lock(7836342);
      continue when exists (
        select from pg_class
        where relnamespace = 'public'::regnamespace
          and relname = part
      );
      execute format('create table %I (like %I including all)', part, parent);
      if month is null then
        execute format('alter table %I attach partition %I default', parent, part);
      else
        execute format('alter table %I attach partition %I for values from (%L) to (%L)',
          parent, part, month, (month + interval '1 month')::date);
      end if;
      made := made + 1;
    end loop;
  end loop;
  return made;
end
$$;
revoke all on function ensure_month_partitions(timestamptz) from public;
grant execute on function ensure_month_partitions(timestamptz) to tuodi_app, tuodi_writer;
