-- Work orders: what one executor does under a matter, with price, material, pictures, entry into a home and signatures.

create table work_order (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  -- number of the matter, a dash, and this
  seq int not null,
  number text not null,
  line text not null,
  state text not null,
  open boolean not null,
  version int not null default 1,
  emergency boolean not null default false,
  -- null: whoever of the line takes it first
  executor_id uuid,
  -- who had it before: a move of theirs is told that the order has changed hands
  former_executor_ids uuid[] not null default '{}',
  appointment_from timestamptz(3),
  appointment_to timestamptz(3),
  -- what lists sort by: the appointment, or the birth of an order that has none
  planned_at timestamptz(3) not null,
  charge text not null default 'included' constraint work_order_charge check (charge in ('included', 'paid', 'warranty')),
  charge_reason text,
  -- FD-711: findings, work, material of the on-site look
  look jsonb,
  accepted_at timestamptz(3),
  arrived_at timestamptz(3),
  done_at timestamptz(3),
  returned_at timestamptz(3),
  ended_at timestamptz(3),
  result text,
  -- why there is no signature of the customer
  unsigned text,
  reason text,
  rework_count int not null default 0,
  absent_count int not null default 0,
  previous_id uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint work_order_pk primary key (estate_id, id),
  constraint work_order_number_key unique (estate_id, number),
  constraint work_order_seq_key unique (estate_id, matter_id, seq),
  constraint work_order_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint work_order_previous_fk foreign key (estate_id, previous_id) references work_order (estate_id, id),
  constraint work_order_ended_when check (open = (ended_at is null)),
  constraint work_order_appointment check ((appointment_from is null) = (appointment_to is null) and (appointment_to is null or appointment_to > appointment_from))
);
comment on table work_order is 'distributed';
-- the matter leads one order at a time
create unique index work_order_open_key on work_order (estate_id, matter_id) where open;
create index work_order_executor_idx on work_order (estate_id, executor_id, planned_at, id);
create index work_order_line_idx on work_order (estate_id, line, planned_at, id);
create index work_order_planned_idx on work_order (estate_id, planned_at, id);
create index work_order_ended_idx on work_order (estate_id, ended_at desc, id desc) where not open;
create index work_order_history_idx on work_order (estate_id, executor_id, ended_at desc, id desc) where not open;

-- FD-713: what was offered, what the customer said to it; a new offer is a new row
create table order_quote (
  estate_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  -- [{name, qty, unit, unitFen, sumFen}]
  items jsonb not null,
  total_fen bigint not null constraint order_quote_total check (total_fen >= 0),
  charge_to text not null constraint order_quote_charge_to check (charge_to in ('customer', 'company')),
  needs_approval boolean not null default false,
  note text,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  approved_by uuid,
  approved_at timestamptz(3),
  approval_note text,
  accepted_at timestamptz(3),
  accepted_who text,
  accepted_capacity text,
  accepted_how text,
  accepted_by uuid,
  refused_at timestamptz(3),
  refused_reason text,
  voided_at timestamptz(3),
  constraint order_quote_pk primary key (estate_id, id),
  constraint order_quote_order_fk foreign key (estate_id, order_id) references work_order (estate_id, id),
  constraint order_quote_acceptance check ((accepted_at is null) = (accepted_who is null))
);
comment on table order_quote is 'distributed';
create index order_quote_order_idx on order_quote (estate_id, order_id, id);

create table order_material (
  estate_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  name text not null,
  qty numeric(12, 2) not null constraint order_material_qty check (qty > 0),
  unit text not null,
  unit_fen bigint,
  added_by uuid not null,
  added_at timestamptz(3) not null,
  voided_by uuid,
  voided_at timestamptz(3),
  void_reason text,
  constraint order_material_pk primary key (estate_id, id),
  constraint order_material_order_fk foreign key (estate_id, order_id) references work_order (estate_id, id),
  constraint order_material_void check ((voided_at is null) = (void_reason is null))
);
comment on table order_material is 'distributed';
create index order_material_order_idx on order_material (estate_id, order_id, id);

-- FD-013: who signed, as what, when, on what
create table order_signature (
  estate_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  about text not null constraint order_signature_about check (about in ('price', 'done')),
  signer text not null,
  capacity text not null,
  medium text not null constraint order_signature_medium check (medium in ('screen', 'paper')),
  file_id uuid,
  signed_at timestamptz(3) not null,
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null,
  constraint order_signature_pk primary key (estate_id, id),
  constraint order_signature_order_fk foreign key (estate_id, order_id) references work_order (estate_id, id),
  constraint order_signature_file_fk foreign key (estate_id, file_id) references file (estate_id, id)
);
comment on table order_signature is 'distributed append-only';
create index order_signature_order_idx on order_signature (estate_id, order_id, id);

-- FD-775: each going into a home, on what ground, who consented
create table order_entry (
  estate_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  at timestamptz(3) not null,
  ground text not null constraint order_entry_ground check (ground in ('residentPresent', 'writtenAuthority', 'emergency', 'outside')),
  consent_by text,
  badge_shown boolean not null,
  shoe_covers boolean not null,
  second_person text,
  approved_by uuid,
  witness text,
  recorded_by uuid not null,
  constraint order_entry_pk primary key (estate_id, id),
  constraint order_entry_order_fk foreign key (estate_id, order_id) references work_order (estate_id, id)
);
comment on table order_entry is 'distributed append-only';
create index order_entry_order_idx on order_entry (estate_id, order_id, id);

-- pictures and papers; what they show is said when they are put to the order
create table order_file (
  estate_id uuid not null,
  order_id uuid not null,
  file_id uuid not null,
  purpose text not null constraint order_file_purpose check (purpose in ('before', 'during', 'after', 'entry', 'authority', 'signature', 'other')),
  added_by uuid not null,
  added_at timestamptz(3) not null,
  constraint order_file_pk primary key (estate_id, order_id, file_id),
  constraint order_file_order_fk foreign key (estate_id, order_id) references work_order (estate_id, id),
  constraint order_file_file_fk foreign key (estate_id, file_id) references file (estate_id, id)
);
comment on table order_file is 'distributed append-only';
create index order_file_file_idx on order_file (estate_id, file_id);
