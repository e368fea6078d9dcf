-- Posts, shifts, the duty roster, the shift handover; and what running the product needs beside 0001 and 0002.

-- OS-004: everybody accepts and registers; orders to providers are owned by those trained for it
alter table staff add column affair_officer boolean not null default false;

-- a role withdrawn on the day it would have begun is an empty period, not a deleted row
alter table staff_role drop constraint staff_role_dates;
alter table staff_role add constraint staff_role_dates check (until_date is null or until_date >= from_date - 1);

-- by which way a message left: null while it waits, 'shown' when only the outbox page has it
alter table outbox_message add column via text;
create index outbox_message_unread_idx on outbox_message (estate_id, to_id, created_at desc, id desc) where to_kind = 'staff' and read_at is null;
create index outbox_message_matter_idx on outbox_message (estate_id, matter_id) where matter_id is not null;

create index audit_actor_idx on audit (estate_id, actor_id, at desc, id desc);

-- a place that somebody holds: front desk, control centre, gate
create table post (
  estate_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null constraint post_kind check (kind in ('frontDesk', 'controlCentre', 'gate', 'patrol', 'line', 'other')),
  -- CP-033: together these are held around the clock
  accepts_complaints boolean not null default false,
  active boolean not null default true,
  position int not null default 0,
  version int not null default 1,
  updated_at timestamptz(3) not null,
  constraint post_pk primary key (estate_id, id),
  constraint post_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint post_name_key unique (estate_id, name)
);
comment on table post is 'distributed';

create table shift (
  estate_id uuid not null,
  id uuid not null,
  name text not null,
  start_time text not null,
  end_time text not null,
  over_midnight boolean not null,
  active boolean not null default true,
  version int not null default 1,
  updated_at timestamptz(3) not null,
  constraint shift_pk primary key (estate_id, id),
  constraint shift_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint shift_name_key unique (estate_id, name),
  constraint shift_times check (over_midnight = (end_time <= start_time))
);
comment on table shift is 'distributed';

-- one a week; the draft is edited as a whole and becomes rows of duty when it is published
create table roster (
  estate_id uuid not null,
  week_start date not null,
  version int not null default 1,
  draft jsonb,
  edited_at timestamptz(3) not null,
  edited_by uuid not null,
  published_at timestamptz(3),
  published_by uuid,
  constraint roster_pk primary key (estate_id, week_start),
  constraint roster_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint roster_monday check (extract(isodow from week_start) = 1)
);
comment on table roster is 'distributed';

-- who holds which post from when to when, as published; the local words it was planned in stay beside the instants
create table duty (
  estate_id uuid not null,
  id uuid not null,
  week_start date not null,
  post_id uuid not null,
  staff_id uuid not null,
  shift_id uuid,
  date date not null,
  from_time text not null,
  to_time text not null,
  over_midnight boolean not null,
  from_at timestamptz(3) not null,
  to_at timestamptz(3) not null,
  -- the person's own end of duty: by an accepted handover, or with nothing to hand over
  ended_at timestamptz(3),
  handover_id uuid,
  void_at timestamptz(3),
  void_reason text constraint duty_void_reason check (void_reason in ('replaced', 'left')),
  constraint duty_pk primary key (estate_id, id),
  constraint duty_roster_fk foreign key (estate_id, week_start) references roster (estate_id, week_start),
  constraint duty_post_fk foreign key (estate_id, post_id) references post (estate_id, id),
  constraint duty_shift_fk foreign key (estate_id, shift_id) references shift (estate_id, id),
  constraint duty_staff_fk foreign key (staff_id) references staff (id),
  constraint duty_times check (from_at <= to_at),
  constraint duty_void check ((void_at is null) = (void_reason is null))
);
comment on table duty is 'distributed';
create index duty_time_idx on duty (estate_id, from_at, id) where void_at is null;
create index duty_staff_idx on duty (estate_id, staff_id, from_at) where void_at is null;
create index duty_week_idx on duty (estate_id, week_start) where void_at is null;

-- FD-700, FD-701: the shift handover record
create table handover (
  estate_id uuid not null,
  id uuid not null,
  number text not null,
  post_id uuid not null,
  duty_id uuid,
  shift_name text,
  from_staff_id uuid not null,
  -- the taker that the giver named; whoever accepts stands in accepted_by
  to_staff_id uuid,
  state text not null constraint handover_state check (state in ('OPEN', 'ACCEPTED', 'WITHDRAWN')),
  version int not null default 1,
  opened_at timestamptz(3) not null,
  opened_by uuid not null,
  accepted_at timestamptz(3),
  accepted_by uuid,
  differences int not null default 0,
  withdrawn_at timestamptz(3),
  withdrawn_by uuid,
  withdraw_reason text,
  constraint handover_pk primary key (estate_id, id),
  constraint handover_number_key unique (estate_id, number),
  constraint handover_post_fk foreign key (estate_id, post_id) references post (estate_id, id),
  constraint handover_duty_fk foreign key (estate_id, duty_id) references duty (estate_id, id),
  constraint handover_from_fk foreign key (from_staff_id) references staff (id),
  constraint handover_to_fk foreign key (to_staff_id) references staff (id),
  constraint handover_two_people check (accepted_by is null or accepted_by <> from_staff_id),
  constraint handover_accepted check ((state = 'ACCEPTED') = (accepted_at is not null and accepted_by is not null))
);
comment on table handover is 'distributed';
create unique index handover_post_open_key on handover (estate_id, post_id) where state = 'OPEN';
create unique index handover_giver_open_key on handover (estate_id, from_staff_id) where state = 'OPEN';
create index handover_page_idx on handover (estate_id, opened_at desc, id desc);

create table handover_group (
  estate_id uuid not null,
  handover_id uuid not null,
  name text not null constraint handover_group_name check (name in ('openItems', 'keysOut', 'cash', 'slips', 'cards', 'notices', 'specialCustomers')),
  entries jsonb not null default '[]',
  agrees boolean,
  difference text,
  confirmed_at timestamptz(3),
  confirmed_by uuid,
  constraint handover_group_pk primary key (estate_id, handover_id, name),
  constraint handover_group_handover_fk foreign key (estate_id, handover_id) references handover (estate_id, id),
  constraint handover_group_remark check (agrees is distinct from false or length(difference) > 0)
);
comment on table handover_group is 'distributed';

-- the open matters of the giver: frozen at the opening, those that came since are marked as new
create table handover_matter (
  estate_id uuid not null,
  handover_id uuid not null,
  matter_id uuid not null,
  number text not null,
  title text not null,
  kind text not null,
  state text not null,
  due_at timestamptz(3),
  overdue boolean not null,
  since_opening boolean not null,
  outcome text constraint handover_matter_outcome check (outcome in ('moved', 'closed', 'elsewhere', 'kept')),
  constraint handover_matter_pk primary key (estate_id, handover_id, matter_id),
  constraint handover_matter_handover_fk foreign key (estate_id, handover_id) references handover (estate_id, id)
);
comment on table handover_matter is 'distributed';
