-- What every room stands on: settings, calendar, counters, files, notices to send, audit, idempotency, sign-in.
-- The first word of a table's comment says how it lives in a cluster (distributed | reference | local);
-- a second word says what the server's role may do beyond select, insert and update:
-- append-only (no update), deletable (delete too). server/platform/db/standing-rules.ts turns them into
-- row-level security and grants after every migration.

create extension if not exists pg_trgm;

create table company (
  id uuid constraint company_pk primary key,
  name text not null,
  created_at timestamptz(3) not null
);
comment on table company is 'reference';

create table centre (
  id uuid constraint centre_pk primary key,
  company_id uuid not null constraint centre_company_fk references company (id),
  name text not null,
  created_at timestamptz(3) not null
);
comment on table centre is 'reference';

create table estate (
  estate_id uuid not null,
  code text not null,
  name text not null,
  company_id uuid not null,
  centre_id uuid not null,
  time_zone text not null default 'Asia/Shanghai',
  address text,
  created_at timestamptz(3) not null,
  constraint estate_pk primary key (estate_id),
  constraint estate_company_fk foreign key (company_id) references company (id),
  constraint estate_centre_fk foreign key (centre_id) references centre (id),
  constraint estate_code_form check (code ~ '^[A-Z0-9][A-Z0-9_-]{1,19}$')
);
comment on table estate is 'distributed';

-- the same estates as a small list that sign-in and the command line may read without a scope
create table estate_directory (
  estate_id uuid constraint estate_directory_pk primary key,
  code text not null constraint estate_directory_code_key unique,
  name text not null,
  company_id uuid not null constraint estate_directory_company_fk references company (id),
  centre_id uuid not null constraint estate_directory_centre_fk references centre (id),
  time_zone text not null
);
comment on table estate_directory is 'reference';

create table company_setting (
  company_id uuid not null constraint company_setting_company_fk references company (id),
  key text not null,
  value jsonb not null,
  updated_at timestamptz(3) not null,
  updated_by uuid not null,
  constraint company_setting_pk primary key (company_id, key)
);
comment on table company_setting is 'reference deletable';

create table estate_setting (
  estate_id uuid not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz(3) not null,
  updated_by uuid not null,
  constraint estate_setting_pk primary key (estate_id, key),
  constraint estate_setting_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table estate_setting is 'distributed deletable';

-- FD-005, CP-072: the maintained calendar of days off and make-up days; a year without a row here is unknown
create table calendar_year (
  year int constraint calendar_year_pk primary key,
  source text not null
);
comment on table calendar_year is 'reference';

create table calendar_day (
  date date constraint calendar_day_pk primary key,
  kind text not null constraint calendar_day_kind check (kind in ('off', 'work')),
  name text not null
);
comment on table calendar_day is 'reference deletable';

create table estate_calendar_day (
  estate_id uuid not null,
  date date not null,
  kind text not null constraint estate_calendar_day_kind check (kind in ('off', 'work')),
  name text not null,
  constraint estate_calendar_day_pk primary key (estate_id, date),
  constraint estate_calendar_day_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table estate_calendar_day is 'distributed deletable';

-- FD-010: numbers that people read; taken in the transaction that uses them, so a series has no gaps
create table counter (
  estate_id uuid not null,
  series text not null,
  last bigint not null,
  constraint counter_pk primary key (estate_id, series)
);
comment on table counter is 'distributed';

create table file (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid,
  purpose text not null,
  name text not null,
  mime text not null,
  size bigint not null,
  sha256 text not null,
  storage_key text not null,
  thumbnail_key text,
  width int,
  height int,
  taken_at timestamptz(3),
  uploaded_by uuid not null,
  uploaded_at timestamptz(3) not null,
  constraint file_pk primary key (estate_id, id)
);
comment on table file is 'distributed';
create index file_matter_idx on file (estate_id, matter_id) where matter_id is not null;

-- one port for every word that leaves the house; the default channel keeps it here for an operator to read
create table outbox_message (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid,
  channel text not null constraint outbox_message_channel check (channel in ('sms', 'wechat', 'app', 'phone_task', 'notice', 'staff')),
  template text not null,
  language text not null constraint outbox_message_language check (language in ('zh', 'en')),
  to_kind text not null constraint outbox_message_to_kind check (to_kind in ('customer', 'staff', 'public')),
  to_id uuid,
  to_name text,
  to_address text,
  body text not null,
  urgent boolean not null default false,
  state text not null constraint outbox_message_state check (state in ('waiting', 'sent', 'failed', 'held')),
  not_before timestamptz(3) not null,
  attempts int not null default 0,
  error text,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3),
  read_at timestamptz(3),
  constraint outbox_message_pk primary key (estate_id, id)
);
comment on table outbox_message is 'distributed';
create index outbox_message_waiting_idx on outbox_message (not_before) where state = 'waiting';
create index outbox_message_page_idx on outbox_message (estate_id, created_at desc, id desc);
create index outbox_message_staff_idx on outbox_message (estate_id, to_id, created_at desc) where to_kind = 'staff';

-- FD-012: who, when, as what, before and after
create table audit (
  estate_id uuid not null,
  id uuid not null,
  at timestamptz(3) not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  purpose text,
  before jsonb,
  after jsonb,
  constraint audit_pk primary key (estate_id, id)
);
comment on table audit is 'distributed append-only';
create index audit_page_idx on audit (estate_id, at desc, id desc);
create index audit_subject_idx on audit (estate_id, subject_kind, subject_id, at desc);

-- a repeat of a writing request gets the first answer
create table idempotency (
  estate_id uuid not null,
  staff_id uuid not null,
  key text not null,
  fingerprint text not null,
  status int not null,
  answer jsonb not null,
  created_at timestamptz(3) not null,
  constraint idempotency_pk primary key (estate_id, staff_id, key)
);
comment on table idempotency is 'distributed deletable';
create index idempotency_age_idx on idempotency (created_at);

-- prefixes under which a person, room, plate or matter is found as one types (rebuilt from its source rows)
create table search_key (
  estate_id uuid not null,
  key text collate "C" not null,
  kind text not null constraint search_key_kind check (kind in ('customer', 'unit', 'vehicle', 'matter', 'order')),
  subject_id uuid not null,
  weight smallint not null default 1,
  constraint search_key_pk primary key (estate_id, key, kind, subject_id)
);
comment on table search_key is 'distributed deletable';
create index search_key_company_idx on search_key (key, estate_id);
create index search_key_subject_idx on search_key (estate_id, subject_id);
