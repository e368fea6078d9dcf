-- Complaints (complaints.md): what a matter of this kind has beyond the spine, and what a centre writes about all of them.

-- one row for each complaint; the figures of every report are read from here
create table complaint_case (
  estate_id uuid not null,
  matter_id uuid not null,
  -- CP-126: the local day on which the customer spoke; months and periods go by it
  received_on date not null,
  channel text not null,
  building_id uuid,
  -- of touchpoints.json, T01 to T20
  touchpoint text,
  -- CP-012: the first guess, and what the cause says
  category_initial text,
  category_final text,
  secondary_category text,
  cause text,
  classified_by uuid,
  classified_at timestamptz(3),
  -- CP-133: one main factor, any number beside it
  factor text constraint complaint_case_factor check (factor in ('man', 'machine', 'material', 'method', 'environment')),
  factor_sub text,
  secondary_factors text[] not null default '{}',
  -- CP-090: did it come from a mistake of our service; null while nobody has found out
  ours boolean,
  obvious_neglect boolean not null default false,
  -- FD-790
  grade text constraint complaint_case_grade check (grade in ('valid', 'toImprove')),
  grade_reason text,
  -- CP-092: all demands together
  claim_fen bigint not null default 0 constraint complaint_case_claim check (claim_fen >= 0),
  compensation_fen bigint,
  compensation_basis text,
  -- CP-123: how many people, how many times, and what it did
  persons int not null default 1,
  times int not null default 1,
  impact text,
  -- CP-121; null while the verifier has not decided
  counted boolean,
  not_counted_reason text,
  counted_by uuid,
  counted_at timestamptz(3),
  reply_due_at timestamptz(3),
  first_reply_at timestamptz(3),
  -- CP-048
  form_filled_at timestamptz(3),
  -- T12: what was proposed last
  proposal text,
  responsible_id uuid,
  treatment_due_at timestamptz(3),
  -- the one who did the work; another one checks it (T19)
  doer_id uuid,
  treatment_ended_at timestamptz(3),
  -- section 10: why nobody calls back, and until when it stays quiet (CP-120b)
  exemption text,
  exemption_reason text,
  quiet_until timestamptz(3),
  quiet_told_at timestamptz(3),
  external_body text,
  major_at timestamptz(3),
  hot_at timestamptz(3),
  escalated_at timestamptz(3),
  head_appeared_at timestamptz(3),
  -- T27: proposed by one, confirmed by another
  unreasonable_by uuid,
  unreasonable_at timestamptz(3),
  -- KN-011: [{text, possible, agreed}], most important first
  expectations jsonb not null default '[]',
  -- CP-028: the one wording for all
  wording text,
  wording_by uuid,
  wording_at timestamptz(3),
  company_informed_at timestamptz(3),
  -- CP-111
  facts_approved_at timestamptz(3),
  facts_approved_by uuid,
  archived_at timestamptz(3),
  -- CP-152
  volume text constraint complaint_case_volume check (volume in ('ordinary', 'major')),
  constraint complaint_case_pk primary key (estate_id, matter_id),
  constraint complaint_case_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint complaint_case_building_fk foreign key (estate_id, building_id) references building (estate_id, id)
) with (fillfactor = 85);
comment on table complaint_case is 'distributed';
create index complaint_case_day_idx on complaint_case (estate_id, received_on desc, matter_id desc);
create index complaint_case_quiet_idx on complaint_case (quiet_until) where quiet_until is not null;
-- the figures of a whole company are read from this index alone
create index complaint_case_company_idx on complaint_case (received_on)
  include (estate_id, matter_id, counted, category_final, category_initial, major_at, hot_at, escalated_at);
-- what never enters a figure, small beside all complaints and matters
create index complaint_case_not_counted_idx on complaint_case (estate_id, matter_id) where counted = false;
create index matter_not_counted_idx on matter (estate_id, id) where state in ('NOT_COMPLAINT', 'MERGED');
create index matter_complaint_closed_idx on matter (closed_at) include (estate_id, id, satisfaction) where kind = 'complaint' and not open;
-- CP-097: open complaints and those closed lately are one stretch of it; row-level security lets no coalesce into an index
create index complaint_matter_idx on matter (estate_id, (case when closed_at is null then 'infinity'::timestamptz else closed_at end))
  where kind = 'complaint';

-- CP-095 to CP-099: every voice about a complaint; merging moves it, nothing is lost
create table complaint_contact (
  estate_id uuid not null,
  id uuid not null,
  -- the complaint it belongs to now, and the one it was registered as (null: told without a registration of its own)
  matter_id uuid not null,
  origin_id uuid,
  at timestamptz(3) not null,
  channel text not null,
  -- who it is, as far as known: 'customer:…', 'phone:…', 'account:…', 'name:…'; null: nobody can tell
  person_key text,
  unit_id uuid,
  customer_id uuid,
  name text,
  phone text,
  account text,
  persons int not null default 1,
  anonymous boolean not null default false,
  contactable boolean not null default true,
  said text,
  -- CP-097: this person's own answer
  answered_at timestamptz(3),
  answered_by uuid,
  answer text constraint complaint_contact_answer check (answer in ('satisfied', 'neutral', 'notSatisfied', 'unreachable', 'noWish')),
  answer_words text,
  constraint complaint_contact_pk primary key (estate_id, id),
  constraint complaint_contact_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint complaint_contact_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint complaint_contact_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id)
);
comment on table complaint_contact is 'distributed';
create index complaint_contact_matter_idx on complaint_contact (estate_id, matter_id, at);
create index complaint_contact_at_idx on complaint_contact (estate_id, at desc);

-- CP-110: the places on line that somebody watches, and each look at them
create table watch_channel (
  estate_id uuid not null,
  id uuid not null,
  name text not null,
  url text,
  assigned_id uuid,
  active boolean not null default true,
  created_at timestamptz(3) not null,
  version int not null default 1,
  constraint watch_channel_pk primary key (estate_id, id),
  constraint watch_channel_name_key unique (estate_id, name),
  constraint watch_channel_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table watch_channel is 'distributed';

create table watch_check (
  estate_id uuid not null,
  id uuid not null,
  watch_id uuid not null,
  on_date date not null,
  at timestamptz(3) not null,
  by_id uuid not null,
  found int not null default 0,
  note text,
  constraint watch_check_pk primary key (estate_id, id),
  constraint watch_check_watch_fk foreign key (estate_id, watch_id) references watch_channel (estate_id, id)
);
comment on table watch_check is 'distributed append-only';
create index watch_check_day_idx on watch_check (estate_id, on_date desc, watch_id, at);

-- what the night after a day found; a day looked at is not looked at again
create table watch_day (
  estate_id uuid not null,
  on_date date not null,
  needed int not null,
  missing int not null,
  looked_at timestamptz(3) not null,
  constraint watch_day_pk primary key (estate_id, on_date),
  constraint watch_day_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table watch_day is 'distributed append-only';

-- CP-076, CP-111 to CP-115: the post behind an online complaint, its points, and the reply on its way to being published
create table complaint_post (
  estate_id uuid not null,
  matter_id uuid not null,
  watch_id uuid,
  url text,
  account text,
  posted_at timestamptz(3),
  forwarded_at timestamptz(3),
  review_text text,
  review_asked_at timestamptz(3),
  reviewed_at timestamptz(3),
  reviewed_by uuid,
  verdict text constraint complaint_post_verdict check (verdict in ('approved', 'objected')),
  verdict_reason text,
  holding_text text,
  holding_approved_at timestamptz(3),
  holding_approved_by uuid,
  -- CP-113: two working hours before the deadline
  holding_at timestamptz(3),
  holding_published_at timestamptz(3),
  constraint complaint_post_pk primary key (estate_id, matter_id),
  constraint complaint_post_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint complaint_post_watch_fk foreign key (estate_id, watch_id) references watch_channel (estate_id, id)
);
comment on table complaint_post is 'distributed';
create index complaint_post_holding_idx on complaint_post (holding_at) where holding_at is not null and holding_published_at is null;

create table complaint_point (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  no int not null,
  text text not null,
  answer text,
  answered_at timestamptz(3),
  answered_by uuid,
  constraint complaint_point_pk primary key (estate_id, id),
  constraint complaint_point_no_key unique (estate_id, matter_id, no),
  constraint complaint_point_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table complaint_point is 'distributed';

-- CP-127: one row a day, nil days too
create table complaint_tally (
  estate_id uuid not null,
  on_date date not null,
  prepared_at timestamptz(3),
  -- the figures and lines as they were signed
  content jsonb,
  note text,
  signed_at timestamptz(3),
  signed_by uuid,
  signed_name text,
  missing_told_at timestamptz(3),
  version int not null default 1,
  constraint complaint_tally_pk primary key (estate_id, on_date),
  constraint complaint_tally_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table complaint_tally is 'distributed';
-- a day's list goes by when a complaint came to be known, however long ago it was received
create index matter_complaint_registered_idx on matter (estate_id, registered_at, id) where kind = 'complaint';

-- section 8 and 12: what is written about one complaint or about a period; a submitted one never changes, a later one is a new revision
create table complaint_report (
  estate_id uuid not null,
  id uuid not null,
  kind text not null constraint complaint_report_kind check (kind in ('majorFirst', 'majorTopic', 'hotFirst', 'hotTopic', 'caseAnalysis', 'monthly', 'quarterly', 'legacy')),
  matter_id uuid,
  from_date date,
  to_date date,
  revision int not null default 1,
  state text not null constraint complaint_report_state check (state in ('draft', 'submitted')),
  due_at timestamptz(3),
  -- the parts that a person writes, by name
  parts jsonb not null default '{}',
  -- the computed figures, fixed when it is submitted
  figures jsonb,
  created_at timestamptz(3) not null,
  created_by uuid,
  submitted_at timestamptz(3),
  submitted_by uuid,
  late boolean,
  -- CP-103: the other first report that this one stands for as well, and the document that serves in place of this one
  also_serves text constraint complaint_report_also check (also_serves in ('majorFirst', 'hotFirst')),
  served_by uuid,
  -- CP-128a: the last day on which it was called to mind, and when its missing was told
  warned_on date,
  breach_told_at timestamptz(3),
  version int not null default 1,
  constraint complaint_report_pk primary key (estate_id, id),
  constraint complaint_report_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint complaint_report_about check ((matter_id is null) = (from_date is not null) and (from_date is null) = (to_date is null)),
  constraint complaint_report_sent check ((state = 'submitted') = (submitted_at is not null))
);
comment on table complaint_report is 'distributed';
create unique index complaint_report_matter_key on complaint_report (estate_id, matter_id, kind, revision) where matter_id is not null;
create unique index complaint_report_period_key on complaint_report (estate_id, kind, from_date, revision) where matter_id is null;
create index complaint_report_page_idx on complaint_report (estate_id, created_at desc, id desc);
create index complaint_report_due_idx on complaint_report (estate_id, due_at) where state = 'draft';

-- CP-137 to CP-139: what residents read once a month
create table complaint_publication (
  estate_id uuid not null,
  id uuid not null,
  month text not null,
  state text not null constraint complaint_publication_state check (state in ('draft', 'approved', 'posted', 'none')),
  items jsonb not null default '[]',
  foreword text,
  approved_by uuid,
  approved_at timestamptz(3),
  posted_on date,
  places text[] not null default '{}',
  other_place text,
  posted_by uuid,
  none_by uuid,
  updated_at timestamptz(3) not null,
  updated_by uuid,
  -- CP-139: the head is told once
  late_told_at timestamptz(3),
  version int not null default 1,
  constraint complaint_publication_pk primary key (estate_id, id),
  constraint complaint_publication_month_key unique (estate_id, month),
  constraint complaint_publication_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table complaint_publication is 'distributed';

-- CP-160: the rule text with its versions, and each review that a finding opens
create table penalty_rule (
  estate_id uuid not null,
  id uuid not null,
  number int not null,
  text text not null,
  effective_on date not null,
  created_at timestamptz(3) not null,
  created_by uuid not null,
  constraint penalty_rule_pk primary key (estate_id, id),
  constraint penalty_rule_number_key unique (estate_id, number),
  constraint penalty_rule_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table penalty_rule is 'distributed append-only';

create table penalty_review (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  finding text not null,
  opened_at timestamptz(3) not null,
  person_id uuid,
  decision text,
  decided_at timestamptz(3),
  decided_by uuid,
  version int not null default 1,
  constraint penalty_review_pk primary key (estate_id, id),
  constraint penalty_review_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table penalty_review is 'distributed';
create unique index penalty_review_open_key on penalty_review (estate_id, matter_id) where decided_at is null;
create index penalty_review_page_idx on penalty_review (estate_id, opened_at desc, id desc);
