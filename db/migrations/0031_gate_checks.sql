-- FD-506 … FD-508: goods that leave the estate, as the guard at the gate checked them against their slip
create table gate_check (
  estate_id uuid not null,
  -- made on the phone
  id uuid not null,
  place_id uuid not null,
  scanned boolean not null,
  guard_id uuid not null,
  -- the phone's time set right, and when it came here
  at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  clock_off_ms bigint not null default 0,
  result text not null constraint gate_check_result check (result in ('match', 'differs', 'noSlip', 'slipUsed')),
  -- as it is compared: no spaces, half-width, capitals
  slip_number text,
  unit_id uuid,
  unit_said text,
  carrier_name text,
  carrier_phone text,
  plate text,
  -- as counted: category, quantity, unit, remark
  lines jsonb not null,
  slip_collected boolean not null,
  slip_file_ids uuid[] not null default '{}',
  goods_file_ids uuid[] not null default '{}',
  photo_missing text,
  difference text,
  -- the first passage on the same slip
  second_of uuid,
  matter_id uuid,
  voided_at timestamptz(3),
  voided_by uuid,
  void_reason text,
  version int not null default 1,
  constraint gate_check_pk primary key (estate_id, id),
  constraint gate_check_place_fk foreign key (estate_id, place_id) references place (estate_id, id),
  constraint gate_check_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint gate_check_first_fk foreign key (estate_id, second_of) references gate_check (estate_id, id),
  constraint gate_check_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint gate_check_slip check (slip_number is not null or result = 'noSlip'),
  constraint gate_check_voided check ((voided_at is not null) = (void_reason is not null))
);
comment on table gate_check is 'distributed';
-- one slip, one passage: a second one stands only as such
create unique index gate_check_passage_key on gate_check (estate_id, slip_number)
  where result = 'match' and second_of is null and voided_at is null;
create index gate_check_slip_idx on gate_check (estate_id, slip_number) where slip_number is not null;
create index gate_check_at_idx on gate_check (estate_id, at desc, id desc);
create index gate_check_guard_idx on gate_check (estate_id, guard_id);
create index gate_check_slip_file_idx on gate_check using gin (slip_file_ids) where slip_file_ids <> '{}';
create index gate_check_goods_file_idx on gate_check using gin (goods_file_ids) where goods_file_ids <> '{}';

-- what stood there before each correction
create table gate_check_change (
  estate_id uuid not null,
  id uuid not null,
  check_id uuid not null,
  changed_at timestamptz(3) not null,
  changed_by uuid not null,
  reason text not null,
  before jsonb not null,
  constraint gate_check_change_pk primary key (estate_id, id),
  constraint gate_check_change_check_fk foreign key (estate_id, check_id) references gate_check (estate_id, id)
);
comment on table gate_check_change is 'distributed append-only';
create index gate_check_change_check_idx on gate_check_change (estate_id, check_id);
