-- The twenty touchpoints: what is looked at (standards), where (places), when and by whom (plans, rounds), what was seen
-- (inspections) and what became of it (findings).

-- the standard of a company in versions; a published one never changes. Without a company: as the product brings it (0014)
create table standard_version (
  id uuid constraint standard_version_pk primary key,
  company_id uuid constraint standard_version_company_fk references company (id),
  number int not null,
  name text not null,
  note text,
  state text not null constraint standard_version_state check (state in ('draft', 'published', 'withdrawn')),
  effective_from date,
  created_at timestamptz(3) not null,
  created_by uuid,
  published_at timestamptz(3),
  published_by uuid,
  version int not null default 1,
  constraint standard_version_number_key unique (company_id, number),
  constraint standard_version_published check (state <> 'published' or published_at is not null),
  constraint standard_version_effective check (state <> 'published' or effective_from is not null)
);
comment on table standard_version is 'reference';
-- one draft at a time, so that two editors see the same
create unique index standard_version_draft_key on standard_version (company_id) where state = 'draft';

create table standard_item (
  version_id uuid not null constraint standard_item_version_fk references standard_version (id),
  item_id text not null,
  seq int not null,
  -- off in this version; it keeps its place so that versions can be compared
  active boolean not null default true,
  item jsonb not null,
  constraint standard_item_pk primary key (version_id, item_id)
);
comment on table standard_item is 'reference';

-- what an estate does otherwise, in versions of its own, over whatever company standard is in force
create table estate_standard (
  estate_id uuid not null,
  id uuid not null,
  number int not null,
  state text not null constraint estate_standard_state check (state in ('draft', 'published', 'withdrawn')),
  effective_from date,
  -- what the estate has (glass doors, an underground garage); places may have more
  traits text[] not null default '{}',
  -- conditions that hold for the estate as a whole (region:north)
  standing text[] not null default '{}',
  -- {itemId: reason}
  off jsonb not null default '{}',
  -- [CheckItem] with ids T..-X-..
  added jsonb not null default '[]',
  -- {itemId: {threshold?, frequency?, severity?}}
  changed jsonb not null default '{}',
  note text,
  created_at timestamptz(3) not null,
  created_by uuid,
  published_at timestamptz(3),
  published_by uuid,
  version int not null default 1,
  constraint estate_standard_pk primary key (estate_id, id),
  constraint estate_standard_number_key unique (estate_id, number),
  constraint estate_standard_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint estate_standard_published check (state <> 'published' or published_at is not null),
  constraint estate_standard_effective check (state <> 'published' or effective_from is not null)
);
comment on table estate_standard is 'distributed';
create unique index estate_standard_draft_key on estate_standard (estate_id) where state = 'draft';

-- gate 2, lift 3-B, corridor 3-2-12F
create table place (
  estate_id uuid not null,
  id uuid not null,
  code text not null,
  touchpoint text not null,
  name text not null,
  building_id uuid,
  floor int,
  traits text[] not null default '{}',
  -- what the label says; a label of another estate or an old one opens nothing
  label_token text not null,
  latitude double precision,
  longitude double precision,
  -- whether an inspection there needs its label scanned
  scan_needed boolean not null default false,
  active boolean not null default true,
  sort int not null default 0,
  created_at timestamptz(3) not null,
  version int not null default 1,
  constraint place_pk primary key (estate_id, id),
  constraint place_code_key unique (estate_id, code),
  constraint place_label_key unique (estate_id, label_token),
  constraint place_touchpoint check (touchpoint ~ '^T(0[1-9]|1[0-9]|20)$'),
  constraint place_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint place_building_fk foreign key (estate_id, building_id) references building (estate_id, id)
);
comment on table place is 'distributed';
create index place_page_idx on place (estate_id, touchpoint, sort, id);

-- FD-770, FD-810: how often, where, what and by whom
create table inspection_plan (
  estate_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null constraint inspection_plan_kind check (kind in ('self', 'surprise', 'mystery', 'task')),
  -- FD-810: what is done in a task of hygiene or upkeep; it is ticked, not inspected
  task text,
  line text,
  -- which days and how often (contract/inspection-plans.ts)
  recurrence jsonb not null,
  -- [{from, to}] local times; none: the whole day
  hours jsonb not null default '[]',
  -- months in which it holds; empty: all
  months int[] not null default '{}',
  -- conditions that call it (rain, works); empty: the calendar does
  conditions text[] not null default '{}',
  -- named places, or all of these touchpoints
  place_ids uuid[] not null default '{}',
  touchpoints text[] not null default '{}',
  -- so many places drawn each time; the seed makes the draw repeatable
  sample int constraint inspection_plan_sample check (sample > 0),
  seed text not null,
  -- which items are asked: all that apply, or those of these frequencies, severities or ids
  items jsonb not null default '{}',
  assignee_role text,
  assignee_id uuid,
  area_id uuid,
  from_date date not null,
  until_date date,
  -- rounds are made up to this day
  made_until date,
  active boolean not null default true,
  created_at timestamptz(3) not null,
  created_by uuid,
  version int not null default 1,
  constraint inspection_plan_pk primary key (estate_id, id),
  constraint inspection_plan_name_key unique (estate_id, name),
  constraint inspection_plan_dates check (until_date is null or until_date >= from_date),
  constraint inspection_plan_task check ((kind = 'task') = (task is not null)),
  constraint inspection_plan_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table inspection_plan is 'distributed';

-- it rains, works begin: what starts the plans that wait for it
create table condition_call (
  estate_id uuid not null,
  id uuid not null,
  condition text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  place_ids uuid[] not null default '{}',
  note text,
  called_by uuid not null,
  called_at timestamptz(3) not null,
  constraint condition_call_pk primary key (estate_id, id),
  constraint condition_call_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table condition_call is 'distributed';
create index condition_call_idx on condition_call (estate_id, from_at desc, id desc);

-- one going of a plan: who is to be where until when. Its time is a clock: warned, missed and escalated are written down.
create table inspection_round (
  estate_id uuid not null,
  id uuid not null,
  plan_id uuid,
  kind text not null,
  name text not null,
  task text,
  line text,
  on_date date not null,
  -- which of the day's goings, from 1: a plan is never made twice for one
  slot int not null default 1,
  from_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  assignee_role text,
  assignee_id uuid,
  area_id uuid,
  seed text,
  state text not null constraint inspection_round_state check (state in ('planned', 'started', 'done', 'missed', 'cancelled')),
  started_at timestamptz(3),
  started_by uuid,
  done_at timestamptz(3),
  done_by uuid,
  note text,
  warned_at timestamptz(3),
  missed_at timestamptz(3),
  escalated_at timestamptz(3),
  cancel_reason text,
  version int not null default 1,
  constraint inspection_round_pk primary key (estate_id, id),
  constraint inspection_round_slot_key unique (estate_id, plan_id, on_date, slot),
  constraint inspection_round_plan_fk foreign key (estate_id, plan_id) references inspection_plan (estate_id, id)
) with (fillfactor = 85);
comment on table inspection_round is 'distributed';
create index inspection_round_day_idx on inspection_round (estate_id, on_date desc, due_at, id);
create index inspection_round_open_idx on inspection_round (due_at) where state in ('planned', 'started');
create index inspection_round_missed_idx on inspection_round (estate_id, missed_at desc) where missed_at is not null;

create table inspection_stop (
  estate_id uuid not null,
  round_id uuid not null,
  seq int not null,
  place_id uuid not null,
  done_at timestamptz(3),
  done_by uuid,
  inspection_id uuid,
  skipped_reason text,
  constraint inspection_stop_pk primary key (estate_id, round_id, seq),
  constraint inspection_stop_place_key unique (estate_id, round_id, place_id),
  constraint inspection_stop_round_fk foreign key (estate_id, round_id) references inspection_round (estate_id, id),
  constraint inspection_stop_place_fk foreign key (estate_id, place_id) references place (estate_id, id)
);
comment on table inspection_stop is 'distributed';
-- FD-810: when was it last done
create index inspection_stop_done_idx on inspection_stop (estate_id, place_id, done_at desc) where done_at is not null;

-- one look at one place; the phone names its id, so a replay is known
create table inspection (
  estate_id uuid not null,
  id uuid not null,
  round_id uuid,
  place_id uuid not null,
  touchpoint text not null,
  kind text not null constraint inspection_kind check (kind in ('self', 'surprise', 'mystery', 'spot')),
  inspector_id uuid not null,
  on_date date not null,
  -- the phone's own times, and the server's; the difference is kept and shown
  began_at timestamptz(3) not null,
  ended_at timestamptz(3) not null,
  received_at timestamptz(3) not null,
  clock_off_ms bigint not null default 0,
  standard_id uuid not null constraint inspection_standard_fk references standard_version (id),
  variant_id uuid,
  scanned boolean not null default false,
  latitude double precision,
  longitude double precision,
  accuracy_m real,
  note text,
  passed int not null,
  failed int not null,
  not_applicable int not null,
  -- answered and passed items by class and severity, so that other weights can be tried on old results (score.rules.ts)
  tally smallint[] not null,
  -- hundredths of a point by the weights in force; null: nothing was answered that scores
  score int constraint inspection_score check (score between 0 and 10000),
  voided_at timestamptz(3),
  voided_by uuid,
  void_reason text,
  constraint inspection_pk primary key (estate_id, id),
  constraint inspection_round_fk foreign key (estate_id, round_id) references inspection_round (estate_id, id),
  constraint inspection_place_fk foreign key (estate_id, place_id) references place (estate_id, id),
  constraint inspection_tally check (cardinality(tally) = 18)
);
comment on table inspection is 'distributed';
create index inspection_day_idx on inspection (estate_id, on_date desc, id desc);
create index inspection_place_idx on inspection (estate_id, place_id, on_date desc, id desc);
create index inspection_round_idx on inspection (estate_id, round_id) where round_id is not null;
-- the heat map of a company is read from this index alone
create index inspection_company_idx on inspection (on_date) include (estate_id, touchpoint, place_id, score) where voided_at is null;

create table inspection_answer (
  estate_id uuid not null,
  inspection_id uuid not null,
  item_id text not null,
  place_id uuid not null,
  on_date date not null,
  answer text not null constraint inspection_answer_answer check (answer in ('pass', 'fail', 'na')),
  value jsonb,
  -- a word with a fail, the reason of not applicable
  note text,
  finding_id uuid,
  -- why this answer is kept beside the others and counts for nothing (an item that the version does not have)
  apart text,
  constraint inspection_answer_pk primary key (estate_id, inspection_id, item_id),
  constraint inspection_answer_inspection_fk foreign key (estate_id, inspection_id) references inspection (estate_id, id)
);
comment on table inspection_answer is 'distributed';
create index inspection_answer_fail_idx on inspection_answer (estate_id, on_date desc, item_id, place_id) where answer = 'fail' and apart is null;

create table inspection_file (
  estate_id uuid not null,
  inspection_id uuid not null,
  item_id text not null,
  file_id uuid not null,
  constraint inspection_file_pk primary key (estate_id, inspection_id, item_id, file_id),
  constraint inspection_file_inspection_fk foreign key (estate_id, inspection_id) references inspection (estate_id, id),
  constraint inspection_file_file_fk foreign key (estate_id, file_id) references file (estate_id, id)
);
comment on table inspection_file is 'distributed append-only';
create index inspection_file_file_idx on inspection_file (estate_id, file_id);

-- what a phone sent that could not be taken as it was (another estate's label, a forged place): kept, never lost
create table inspection_refused (
  estate_id uuid not null,
  id uuid not null,
  inspection_id uuid,
  sent_by uuid not null,
  received_at timestamptz(3) not null,
  code text not null,
  body jsonb not null,
  resolved_at timestamptz(3),
  resolved_by uuid,
  resolution text,
  constraint inspection_refused_pk primary key (estate_id, id),
  constraint inspection_refused_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table inspection_refused is 'distributed';
create index inspection_refused_page_idx on inspection_refused (estate_id, received_at desc, id desc);

-- a failed item that somebody owns: a matter of the kind finding, and what is known of it beside
alter table matter drop constraint matter_contact_type;
alter table matter add constraint matter_contact_type
  check (contact_type in ('complaint', 'suggestion', 'enquiry', 'service', 'praise', 'emergency', 'finding'));

create table finding (
  estate_id uuid not null,
  matter_id uuid not null,
  place_id uuid not null,
  touchpoint text not null,
  item_id text not null,
  severity text not null constraint finding_severity check (severity in ('critical', 'major', 'minor')),
  -- as it was worded when it was found
  statement_zh text not null,
  statement_en text not null,
  inspection_id uuid,
  found_on date not null,
  times int not null default 1,
  last_found_at timestamptz(3) not null,
  -- who put it right; another one looks again
  rectified_by uuid,
  rectified_at timestamptz(3),
  measure text,
  rectify_attempt int not null default 0,
  checked_by uuid,
  checked_at timestamptz(3),
  -- the same item at the same place within the months of a repeat
  repeat_of uuid,
  order_matter_id uuid,
  closed_at timestamptz(3),
  constraint finding_pk primary key (estate_id, matter_id),
  constraint finding_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint finding_place_fk foreign key (estate_id, place_id) references place (estate_id, id),
  constraint finding_repeat_fk foreign key (estate_id, repeat_of) references matter (estate_id, id),
  constraint finding_order_fk foreign key (estate_id, order_matter_id) references matter (estate_id, id)
);
comment on table finding is 'distributed';
-- what is still open takes in whoever sees it again
create unique index finding_open_key on finding (estate_id, place_id, item_id) where closed_at is null;
create index finding_place_idx on finding (estate_id, place_id, found_on desc);
create index finding_item_idx on finding (estate_id, item_id, found_on desc);

create table finding_sighting (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  inspection_id uuid,
  seen_at timestamptz(3) not null,
  seen_by uuid not null,
  note text,
  constraint finding_sighting_pk primary key (estate_id, id),
  constraint finding_sighting_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table finding_sighting is 'distributed append-only';
create index finding_sighting_matter_idx on finding_sighting (estate_id, matter_id, seen_at);
