-- The desk: who waits, what was put off to another day, what the lines report, the daily inventory,
-- callbacks, the must-know sheet, calls and messages for colleagues.

-- FD-016, FD-017
create table queue_visitor (
  estate_id uuid not null,
  id uuid not null,
  on_date date not null,
  -- number of the day, as it is called out
  ticket int not null,
  customer_name text,
  purpose text,
  customer_id uuid,
  unit_id uuid,
  state text not null constraint queue_visitor_state check (state in ('waiting', 'serving', 'served', 'left')),
  arrived_at timestamptz(3) not null,
  registered_by uuid not null,
  called_at timestamptz(3),
  called_by uuid,
  ended_at timestamptz(3),
  matter_id uuid,
  constraint queue_visitor_pk primary key (estate_id, id),
  constraint queue_visitor_ticket_key unique (estate_id, on_date, ticket),
  constraint queue_visitor_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint queue_visitor_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint queue_visitor_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint queue_visitor_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table queue_visitor is 'distributed';
create index queue_visitor_now_idx on queue_visitor (estate_id, arrived_at, id) where state in ('waiting', 'serving');
create index queue_visitor_page_idx on queue_visitor (estate_id, arrived_at desc, id desc);

-- the event QUEUE_ASSIST_CALLED: when, how long the queue was, who came
create table queue_assist (
  estate_id uuid not null,
  id uuid not null,
  called_at timestamptz(3) not null,
  length int not null,
  threshold int not null,
  came_by uuid,
  came_at timestamptz(3),
  -- the queue was short again; only then another call may be made
  ended_at timestamptz(3),
  constraint queue_assist_pk primary key (estate_id, id),
  constraint queue_assist_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table queue_assist is 'distributed';
create unique index queue_assist_open_key on queue_assist (estate_id) where ended_at is null;
create index queue_assist_page_idx on queue_assist (estate_id, called_at desc, id desc);

-- FD-018: what cannot be done today gets a date, never a bare refusal
create table appointment (
  estate_id uuid not null,
  id uuid not null,
  state text not null constraint appointment_state check (state in ('booked', 'done', 'missed', 'cancelled')),
  what text not null,
  reason text not null,
  -- the refusal that it answers, when the program refused
  because_of text,
  on_date date not null,
  at_time text,
  -- the beginning of the time, or of the day when none was said
  starts_at timestamptz(3) not null,
  customer_id uuid,
  customer_name text,
  contact_phone text,
  unit_id uuid,
  matter_id uuid,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by uuid,
  note text,
  version int not null default 1,
  constraint appointment_pk primary key (estate_id, id),
  constraint appointment_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint appointment_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint appointment_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint appointment_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint appointment_whose check (customer_id is not null or customer_name is not null or matter_id is not null)
);
comment on table appointment is 'distributed';
create index appointment_page_idx on appointment (estate_id, starts_at, id);
create index appointment_booked_idx on appointment (estate_id, starts_at, id) where state = 'booked';
create index appointment_matter_idx on appointment (estate_id, matter_id) where matter_id is not null;

-- FD-403, OS-042
create table line_report (
  estate_id uuid not null,
  id uuid not null,
  line text not null,
  on_date date not null,
  slot text not null,
  text text not null,
  items jsonb not null default '[]',
  late boolean not null,
  reported_at timestamptz(3) not null,
  reported_by uuid not null,
  constraint line_report_pk primary key (estate_id, id),
  constraint line_report_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table line_report is 'distributed append-only';
create index line_report_day_idx on line_report (estate_id, on_date, line, slot, reported_at);
create index line_report_page_idx on line_report (estate_id, reported_at desc, id desc);

create table line_report_gap (
  estate_id uuid not null,
  on_date date not null,
  line text not null,
  slot text not null,
  told_at timestamptz(3) not null,
  constraint line_report_gap_pk primary key (estate_id, on_date, line, slot),
  constraint line_report_gap_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table line_report_gap is 'distributed append-only';

-- FD-404: one row a day; signed_at null means nobody has signed it
create table inventory_day (
  estate_id uuid not null,
  on_date date not null,
  opened_at timestamptz(3) not null,
  signed_at timestamptz(3),
  signed_by uuid,
  -- FD-013: name and capacity as they were at the signature
  signed_name text,
  signed_role text,
  items int,
  -- when the night's check looked at this day
  checked_at timestamptz(3),
  constraint inventory_day_pk primary key (estate_id, on_date),
  constraint inventory_day_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint inventory_day_signed check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (items is null))
);
comment on table inventory_day is 'distributed';

create table inventory_note (
  estate_id uuid not null,
  id uuid not null,
  on_date date not null,
  matter_id uuid not null,
  text text not null,
  noted_at timestamptz(3) not null,
  noted_by uuid not null,
  noted_name text not null,
  constraint inventory_note_pk primary key (estate_id, id),
  constraint inventory_note_day_fk foreign key (estate_id, on_date) references inventory_day (estate_id, on_date),
  constraint inventory_note_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table inventory_note is 'distributed append-only';
create index inventory_note_day_idx on inventory_note (estate_id, on_date, matter_id, id);

-- the signed list, word for word as it was signed
create table inventory_item (
  estate_id uuid not null,
  on_date date not null,
  matter_id uuid not null,
  number text not null,
  title text not null,
  kind text not null,
  contact_type text not null,
  state text not null,
  line text,
  received_at timestamptz(3) not null,
  age_days int not null,
  owner_id uuid not null,
  owner_name text not null,
  handler_id uuid,
  handler_name text,
  overdue boolean not null,
  note text not null,
  noted_at timestamptz(3) not null,
  noted_name text not null,
  constraint inventory_item_pk primary key (estate_id, on_date, matter_id),
  constraint inventory_item_day_fk foreign key (estate_id, on_date) references inventory_day (estate_id, on_date),
  constraint inventory_item_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table inventory_item is 'distributed append-only';
create index inventory_item_page_idx on inventory_item (estate_id, on_date, received_at, matter_id);

-- INVENTORY_GAP: the day was not signed, or open matters had no note that day
create table inventory_gap (
  estate_id uuid not null,
  on_date date not null,
  unsigned boolean not null,
  items int not null,
  recorded_at timestamptz(3) not null,
  constraint inventory_gap_pk primary key (estate_id, on_date),
  constraint inventory_gap_day_fk foreign key (estate_id, on_date) references inventory_day (estate_id, on_date)
);
comment on table inventory_gap is 'distributed append-only';

create table inventory_gap_item (
  estate_id uuid not null,
  on_date date not null,
  matter_id uuid not null,
  constraint inventory_gap_item_pk primary key (estate_id, on_date, matter_id),
  constraint inventory_gap_item_gap_fk foreign key (estate_id, on_date) references inventory_gap (estate_id, on_date),
  constraint inventory_gap_item_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table inventory_gap_item is 'distributed append-only';

-- OS-017, KN-205: every try to reach a customer, also the ones in vain
create table callback_attempt (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  -- rework and reopening begin a new round; tries of an earlier one no longer count
  round int not null,
  at timestamptz(3) not null,
  staff_id uuid not null,
  how text not null constraint callback_attempt_how check (how in ('phone', 'inPerson', 'message', 'onSite', 'homeVisit', 'replyPost', 'questionnaire')),
  outcome text not null constraint callback_attempt_outcome check (outcome in ('reached', 'noAnswer', 'wrongNumber', 'refused', 'later')),
  words text,
  satisfaction text constraint callback_attempt_satisfaction check (satisfaction in ('satisfied', 'neutral', 'notSatisfied')),
  next_at timestamptz(3),
  grade text not null constraint callback_attempt_grade check (grade in ('free', 'discouraged', 'blocked')),
  reasons text[] not null default '{}',
  override text,
  override_words text,
  constraint callback_attempt_pk primary key (estate_id, id),
  -- one act, one row: a move that the attempt itself makes is not counted again
  constraint callback_attempt_once_key unique (estate_id, matter_id, at),
  constraint callback_attempt_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint callback_attempt_later check ((outcome = 'later') = (next_at is not null)),
  constraint callback_attempt_override check ((override is null) = (override_words is null))
);
comment on table callback_attempt is 'distributed append-only';
create index callback_attempt_page_idx on callback_attempt (estate_id, at desc, id desc);
create index callback_attempt_result_idx on callback_attempt (estate_id, at desc, id desc) where satisfaction is not null;

-- FD-020, FD-023
create table must_know_version (
  estate_id uuid not null,
  id uuid not null,
  number int not null,
  state text not null constraint must_know_version_state check (state in ('draft', 'checked', 'approved', 'dropped')),
  content jsonb not null,
  -- keys of the fields that differ from the version before it, fixed at the approval
  changed_fields text[] not null default '{}',
  summary text,
  -- who began it, and all who have written in it: none of them may check or approve
  author_id uuid not null,
  editors uuid[] not null,
  edited_at timestamptz(3) not null,
  checker_id uuid,
  checked_at timestamptz(3),
  approver_id uuid,
  approved_at timestamptz(3),
  effective_date date,
  version int not null default 1,
  constraint must_know_version_pk primary key (estate_id, id),
  constraint must_know_version_number_key unique (estate_id, number),
  constraint must_know_version_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint must_know_version_check check (checker_id is null or checker_id <> all (editors)),
  constraint must_know_version_approval check ((state = 'approved') = (approver_id is not null)
    and (approver_id is null or (approver_id <> all (editors) and checker_id is not null and effective_date is not null)))
);
comment on table must_know_version is 'distributed';
create unique index must_know_version_open_key on must_know_version (estate_id) where state in ('draft', 'checked');
create index must_know_version_force_idx on must_know_version (estate_id, number desc) where state = 'approved';

-- KN-003: who has read which version
create table must_know_reading (
  estate_id uuid not null,
  version_id uuid not null,
  staff_id uuid not null,
  fields text[] not null,
  confirmed_at timestamptz(3) not null,
  constraint must_know_reading_pk primary key (estate_id, version_id, staff_id),
  constraint must_know_reading_version_fk foreign key (estate_id, version_id) references must_know_version (estate_id, id)
);
comment on table must_know_reading is 'distributed append-only';
create index must_know_reading_staff_idx on must_know_reading (estate_id, staff_id);

-- FD-024
create table must_know_quiz (
  estate_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  staff_id uuid not null,
  questions jsonb not null,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  answers jsonb,
  correct int,
  percent int,
  passed boolean,
  constraint must_know_quiz_pk primary key (estate_id, id),
  constraint must_know_quiz_version_fk foreign key (estate_id, version_id) references must_know_version (estate_id, id),
  constraint must_know_quiz_result check ((finished_at is null) = (passed is null))
);
comment on table must_know_quiz is 'distributed';
create index must_know_quiz_staff_idx on must_know_quiz (estate_id, staff_id, finished_at desc);
create index must_know_quiz_page_idx on must_know_quiz (estate_id, started_at desc, id desc);

-- KN-210, KN-211: calls as the exchange tells of them
create table phone_call (
  estate_id uuid not null,
  id uuid not null,
  -- the exchange's own name for the call; told twice it is still one call
  ref text not null,
  caller text not null,
  extension text,
  for_staff_id uuid,
  ringing_at timestamptz(3) not null,
  answered_at timestamptz(3),
  answered_by uuid,
  ring_seconds int,
  late boolean not null default false,
  missed_at timestamptz(3),
  ended_at timestamptz(3),
  customer_id uuid,
  known int not null default 0,
  matter_id uuid,
  constraint phone_call_pk primary key (estate_id, id),
  constraint phone_call_ref_key unique (estate_id, ref),
  constraint phone_call_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint phone_call_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint phone_call_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint phone_call_answered check ((answered_at is null) = (answered_by is null)),
  constraint phone_call_not_both check (answered_at is null or missed_at is null)
);
comment on table phone_call is 'distributed';
create index phone_call_page_idx on phone_call (estate_id, ringing_at desc, id desc);
create index phone_call_missed_idx on phone_call (estate_id, ringing_at desc, id desc) where missed_at is not null;
create index phone_call_open_idx on phone_call (estate_id, ringing_at desc, id desc) where ended_at is null and missed_at is null;

-- who sits at which extension now
create table phone_extension (
  estate_id uuid not null,
  extension text not null,
  staff_id uuid not null,
  since timestamptz(3) not null,
  constraint phone_extension_pk primary key (estate_id, extension),
  constraint phone_extension_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table phone_extension is 'distributed';

-- KN-215
create table colleague_message (
  estate_id uuid not null,
  id uuid not null,
  for_staff_id uuid not null,
  taken_by uuid not null,
  taken_at timestamptz(3) not null,
  caller_name text not null,
  caller_firm text,
  caller_phone text not null,
  called_at timestamptz(3) not null,
  said_when text not null,
  said_who text not null,
  said_where text not null,
  said_what text not null,
  said_why text not null,
  said_how text not null,
  points text,
  complaint boolean not null,
  reply_needed boolean not null,
  reply_by timestamptz(3),
  customer_id uuid,
  matter_id uuid,
  acked_at timestamptz(3),
  ack_note text,
  constraint colleague_message_pk primary key (estate_id, id),
  constraint colleague_message_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint colleague_message_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint colleague_message_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table colleague_message is 'distributed';
create index colleague_message_page_idx on colleague_message (estate_id, taken_at desc, id desc);
create index colleague_message_for_idx on colleague_message (estate_id, for_staff_id, taken_at desc, id desc);
create index colleague_message_unread_idx on colleague_message (estate_id, taken_at, id) where acked_at is null;

-- what the desk's own lists ask of the spine
create index matter_to_take_idx on matter (estate_id, received_at, id) where open and handler_id is null and co_owner_id is null;
create index matter_late_report_idx on matter (estate_id, received_at desc, id desc) where flags @> '{lateReport}';
create index clock_callback_idx on clock (estate_id, due_at, id) where ended_at is null and name like '%.callback';
create index clock_met_idx on clock (estate_id, met_at) where met_at is not null;
create index clock_late_idx on clock (estate_id, due_at, id) where ended_at is null;
