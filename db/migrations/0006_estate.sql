-- Places and people, continued: versions, the order of room numbers, who uses which parking space, identity checks,
-- lent archives, and roster imports.

-- two stays of one person in one unit in one role may not overlap; the index needs equality on uuid and text
create extension if not exists btree_gist;

alter table estate add column version int not null default 1;
alter table building add column version int not null default 1;
alter table area add column version int not null default 1;

-- numbers in it are padded, so that 3-2-903 stands before 3-2-1203
alter table unit add column sort_key text collate "C" not null default '';
alter table unit add column inner_area_cm2 bigint;
alter table unit add constraint unit_inner_area check (inner_area_cm2 is null or inner_area_cm2 > 0);
create index unit_sort_idx on unit (estate_id, sort_key, id);

-- a company's legal representative; never searched, so without a blind index
alter table customer add column representative_kind text;
alter table customer add column representative_cipher bytea;
alter table customer add column representative_tail text;
create index customer_updated_idx on customer (estate_id, updated_at desc, id desc);

alter table residence add column end_reason text;
alter table residence add constraint residence_no_overlap exclude using gist
  (estate_id with =, unit_id with =, customer_id with =, role with =, daterange(from_date, until_date, '[]') with &&);
-- FD-303: one contact of a unit at a time
create unique index residence_contact_key on residence (estate_id, unit_id) where primary_contact and until_date is null;

alter table vehicle add column end_reason text;
alter table emergency_contact add column end_reason text;
alter table caution add column end_reason text;

-- what a number of another room is shown with; people and rooms are joined instead
alter table search_key add column label text;
-- a search over a whole company is answered from this index alone: its rows lie scattered over all estates
drop index search_key_company_idx;
create index search_key_company_idx on search_key (key, estate_id) include (kind, subject_id, weight);

create table parking_use (
  estate_id uuid not null,
  id uuid not null,
  parking_unit_id uuid not null,
  unit_id uuid not null,
  use text not null constraint parking_use_use check (use in ('owned', 'rented', 'unknown')),
  from_date date,
  until_date date,
  end_reason text,
  source text not null default 'desk',
  constraint parking_use_pk primary key (estate_id, id),
  constraint parking_use_space_fk foreign key (estate_id, parking_unit_id) references unit (estate_id, id),
  constraint parking_use_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint parking_use_dates check (until_date is null or from_date is null or until_date >= from_date)
);
comment on table parking_use is 'distributed';
create unique index parking_use_current_key on parking_use (estate_id, parking_unit_id, unit_id) where until_date is null;
create index parking_use_unit_idx on parking_use (estate_id, unit_id);

-- FD-008, FD-009: how it was made sure who somebody is
create table identity_check (
  estate_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  method text not null constraint identity_check_method check (method in ('idSeen', 'recordMatch', 'phoneCall', 'powerOfAttorney')),
  result text not null constraint identity_check_result check (result in ('confirmed', 'notConfirmed', 'noAnswer')),
  number_called text,
  id_matches boolean,
  note text,
  at timestamptz(3) not null,
  by_id uuid not null,
  constraint identity_check_pk primary key (estate_id, id),
  constraint identity_check_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint identity_check_call check (method <> 'phoneCall' or number_called is not null)
);
comment on table identity_check is 'distributed append-only';
create index identity_check_customer_idx on identity_check (estate_id, customer_id, id desc);

-- FD-731: paper archives that are out
create table archive_loan (
  estate_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  borrower text not null,
  purpose text not null,
  lent_at timestamptz(3) not null,
  lent_by uuid not null,
  due_on date,
  returned_at timestamptz(3),
  returned_to uuid,
  return_note text,
  constraint archive_loan_pk primary key (estate_id, id),
  constraint archive_loan_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id)
);
comment on table archive_loan is 'distributed';
create unique index archive_loan_out_key on archive_loan (estate_id, unit_id) where returned_at is null;
create index archive_loan_unit_idx on archive_loan (estate_id, unit_id);

-- a roster on its way in; file and reading are encrypted, because both hold whole identity numbers
create table import_batch (
  estate_id uuid not null,
  id uuid not null,
  state text not null constraint import_batch_state
    check (state in ('uploaded', 'reading', 'ready', 'confirmed', 'applying', 'applied', 'failed', 'cancelled')),
  file_name text not null,
  file_size int not null,
  file_cipher bytea,
  roster_cipher bytea,
  mapping jsonb not null default '{}',
  summary jsonb,
  failure jsonb,
  phase text constraint import_batch_phase check (phase in ('reading', 'comparing', 'writing')),
  done int not null default 0,
  total int not null default 0,
  beat_at timestamptz(3) not null,
  uploaded_by uuid not null,
  uploaded_by_name text not null,
  uploaded_at timestamptz(3) not null,
  ready_at timestamptz(3),
  confirmed_by uuid,
  confirmed_by_name text,
  ended_at timestamptz(3),
  version int not null default 1,
  constraint import_batch_pk primary key (estate_id, id),
  constraint import_batch_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table import_batch is 'distributed';
-- one import of an estate is being applied at a time
create unique index import_batch_busy_key on import_batch (estate_id) where state in ('confirmed', 'applying');
create index import_batch_waiting_idx on import_batch (beat_at) where state in ('uploaded', 'reading', 'confirmed', 'applying');

-- what each row of the file does, or has done once the batch is applied
create table import_line (
  estate_id uuid not null,
  batch_id uuid not null,
  seq int not null,
  sheet text not null,
  row int not null,
  unit_display text,
  change text not null constraint import_line_change check (change in ('created', 'changed', 'changedOwner', 'unchanged', 'problem')),
  has_problems boolean not null,
  body jsonb not null,
  constraint import_line_pk primary key (estate_id, batch_id, seq),
  constraint import_line_batch_fk foreign key (estate_id, batch_id) references import_batch (estate_id, id)
);
comment on table import_line is 'distributed deletable';
