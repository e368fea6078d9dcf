-- The spine: every obligation toward a customer is a matter, with moves, clocks and a timeline.

create table matter (
  estate_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  contact_type text not null constraint matter_contact_type check (contact_type in ('complaint', 'suggestion', 'enquiry', 'service', 'praise', 'emergency')),
  channel text not null,
  state text not null,
  open boolean not null,
  version int not null default 1,
  title text not null,
  customer_said text,
  staff_saw text,
  details jsonb not null default '{}',
  customer_id uuid,
  customer_name text,
  contact_phone text,
  contactable boolean not null default true,
  anonymous boolean not null default false,
  unit_id uuid,
  place text,
  line text,
  urgent boolean not null default false,
  flags text[] not null default '{}',
  -- OS-010, CP-045: three people, three fields; the owner is the first receiver, fixed at birth
  owner_id uuid not null,
  co_owner_id uuid,
  handler_id uuid,
  closure_controller_id uuid,
  -- who does the work: a technician, a cleaner, an outside provider
  executor_id uuid,
  dedicated_id uuid,
  accused_staff_id uuid,
  collected_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  registered_at timestamptz(3) not null,
  -- the earliest open clock, copied here so that a board sorts on an index
  next_due_at timestamptz(3),
  overdue boolean not null default false,
  appointment_from timestamptz(3),
  appointment_to timestamptz(3),
  result text,
  feedback text,
  feedback_at timestamptz(3),
  satisfaction text constraint matter_satisfaction check (satisfaction in ('satisfied', 'neutral', 'notSatisfied', 'notAsked')),
  attempt int not null default 0,
  reopened_count int not null default 0,
  merged_into_id uuid,
  closed_at timestamptz(3),
  closed_by uuid,
  updated_at timestamptz(3) not null,
  search tsvector,
  constraint matter_pk primary key (estate_id, id),
  constraint matter_number_key unique (estate_id, number),
  constraint matter_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint matter_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint matter_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint matter_merged_fk foreign key (estate_id, merged_into_id) references matter (estate_id, id),
  constraint matter_not_into_itself check (merged_into_id is null or merged_into_id <> id),
  constraint matter_closed_when check (open = (closed_at is null))
  -- room on each page for the row's next state, so that marking it overdue touches no index
) with (fillfactor = 85);
comment on table matter is 'distributed';
create index matter_board_idx on matter (estate_id, next_due_at, id) where open;
create index matter_handler_idx on matter (estate_id, handler_id, next_due_at, id) where open;
create index matter_executor_idx on matter (estate_id, executor_id, next_due_at, id) where open;
create index matter_line_idx on matter (estate_id, line, next_due_at, id) where open;
create index matter_owner_idx on matter (estate_id, owner_id, next_due_at, id) where open;
create index matter_received_idx on matter (estate_id, received_at desc, id desc);
create index matter_closed_idx on matter (estate_id, closed_at desc, id desc) where not open;
create index matter_customer_idx on matter (estate_id, customer_id, received_at desc);
create index matter_unit_idx on matter (estate_id, unit_id, received_at desc);
create index matter_merged_idx on matter (estate_id, merged_into_id) where merged_into_id is not null;
create index matter_search_idx on matter using gin (search);

create table timeline (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  at timestamptz(3) not null,
  type text not null,
  verb text,
  from_state text,
  to_state text,
  actor_id uuid,
  actor_name text not null,
  actor_role text,
  text text,
  -- what the customer may read of it
  for_customer boolean not null default false,
  data jsonb not null default '{}',
  constraint timeline_pk primary key (estate_id, id),
  constraint timeline_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table timeline is 'distributed append-only';
create index timeline_matter_idx on timeline (estate_id, matter_id, id);

create table clock (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  -- name of the clock, e.g. 'complaint.reply'; rule names what of the specification it carries
  name text not null,
  rule text not null,
  span jsonb not null,
  started_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  calendar_missing boolean not null default false,
  -- times still to act on, earliest first: warnings, due, escalation
  next_at timestamptz(3),
  step int not null default 0,
  state text not null constraint clock_state check (state in ('running', 'paused', 'met', 'stopped', 'breached')),
  paused_at timestamptz(3),
  pause_reason text,
  paused_ms bigint not null default 0,
  met_at timestamptz(3),
  breached_at timestamptz(3),
  ended_at timestamptz(3),
  -- [{at, do: 'warn' | 'due' | 'escalate', tell: [who]}], computed once at the start (CP-082)
  steps jsonb not null default '[]',
  constraint clock_pk primary key (estate_id, id),
  constraint clock_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table clock is 'distributed';
create index clock_next_idx on clock (next_at) where next_at is not null;
create index clock_matter_idx on clock (estate_id, matter_id);
create unique index clock_running_key on clock (estate_id, matter_id, name) where ended_at is null and name not like 'promise%';
create index clock_breached_idx on clock (estate_id, breached_at) where breached_at is not null;

-- CP-022: each promise with its time; the clock 'promise' watches it
create table promise (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  text text not null,
  due_at timestamptz(3) not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  kept_at timestamptz(3),
  broken_at timestamptz(3),
  clock_id uuid not null,
  constraint promise_pk primary key (estate_id, id),
  constraint promise_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table promise is 'distributed';
create index promise_matter_idx on promise (estate_id, matter_id);

-- OS-011: organise, supervise, accept, call back; each with name and time
create table matter_duty (
  estate_id uuid not null,
  matter_id uuid not null,
  duty text not null constraint matter_duty_duty check (duty in ('organise', 'supervise', 'accept', 'callback')),
  done_at timestamptz(3) not null,
  done_by uuid not null,
  note text,
  constraint matter_duty_pk primary key (estate_id, matter_id, duty),
  constraint matter_duty_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table matter_duty is 'distributed deletable';

create table matter_link (
  estate_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  kind text not null constraint matter_link_kind check (kind in ('splitFrom', 'mergedInto', 'repeatOf', 'becauseOf', 'emergencyOf')),
  created_at timestamptz(3) not null,
  created_by uuid not null,
  constraint matter_link_pk primary key (estate_id, from_id, to_id, kind),
  constraint matter_link_from_fk foreign key (estate_id, from_id) references matter (estate_id, id),
  constraint matter_link_to_fk foreign key (estate_id, to_id) references matter (estate_id, id)
);
comment on table matter_link is 'distributed';
create index matter_link_to_idx on matter_link (estate_id, to_id);

-- FD-413: an escalation names the lead and the head, with both times
create table escalation (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  reason text not null,
  raised_by uuid not null,
  raised_at timestamptz(3) not null,
  lead_id uuid not null,
  lead_told_at timestamptz(3) not null,
  head_id uuid not null,
  head_told_at timestamptz(3) not null,
  plan text,
  resolved_by uuid,
  resolved_at timestamptz(3),
  constraint escalation_pk primary key (estate_id, id),
  constraint escalation_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table escalation is 'distributed';
create index escalation_matter_idx on escalation (estate_id, matter_id);
