-- Sessions, one-time codes, messages to people, and the memory of requests that moved value.

-- The token itself is never stored: SHA-256 of 256 random bits.
create table sessions (
  tenant_id int not null references tenants (id),
  token_hash bytea not null,
  member bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  constraint sessions_member_must_exist
    foreign key (tenant_id, member) references memberships (tenant_id, member),
  constraint sessions_must_end_after_they_begin check (expires_at > created_at)
);
create index sessions_by_expiry on sessions (tenant_id, expires_at);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy one_tenant on sessions
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, delete on sessions to tuodi_app;
grant update (ended_at) on sessions to tuodi_app;

-- Only the newest code of a phone counts; the older rows are what the rate limit counts.
create table sign_in_codes (
  tenant_id int not null references tenants (id),
  id uuid not null,
  phone text not null,
  code_hash bytea not null,
  attempts int not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  constraint sign_in_codes_attempts_must_not_be_negative check (attempts >= 0)
) with (fillfactor = 70);
create index sign_in_codes_by_phone on sign_in_codes (tenant_id, phone, created_at);
alter table sign_in_codes enable row level security;
alter table sign_in_codes force row level security;
create policy one_tenant on sign_in_codes
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, delete on sign_in_codes to tuodi_app;
grant update (attempts, used_at) on sign_in_codes to tuodi_app;

-- What the messaging simulator "sent". A real gateway stores no texts here.
create table messages (
  tenant_id int not null references tenants (id),
  id uuid not null,
  phone text not null,
  text text not null,
  code text,
  sent_at timestamptz not null,
  primary key (tenant_id, id)
);
create index messages_by_phone on messages (tenant_id, phone, sent_at);
alter table messages enable row level security;
alter table messages force row level security;
create policy one_tenant on messages
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, delete on messages to tuodi_app;

-- Written in the transaction of the effect: there is an answer exactly when there was an effect.
-- `answer` is json and not jsonb, because a replay must answer with the same text.
create table idempotency_keys (
  tenant_id int not null references tenants (id),
  actor text not null,
  route text not null,
  key text not null,
  input_hash bytea not null,
  answer json not null,
  created_at timestamptz not null,
  constraint idempotency_keys_must_be_unique primary key (tenant_id, actor, route, key)
);
create index idempotency_keys_by_age on idempotency_keys (tenant_id, created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy one_tenant on idempotency_keys
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
grant select, insert, delete on idempotency_keys to tuodi_app;
