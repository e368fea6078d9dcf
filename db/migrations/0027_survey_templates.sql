-- Questionnaires of a company, rolled out to its estates and compared over them (quality-model.md sections 4 to 6).

-- once published it never changes, a correction is the next revision under the same root
create table survey_template (
  id uuid constraint survey_template_pk primary key,
  company_id uuid not null constraint survey_template_company_fk references company (id),
  root_id uuid not null,
  revision int not null default 1,
  kind text not null constraint survey_template_kind check (kind in ('kano', 'satisfaction', 'transaction', 'yearly')),
  state text not null default 'draft' constraint survey_template_state check (state in ('draft', 'published', 'retired')),
  title_zh text not null,
  title_en text not null,
  intro_zh text not null default '',
  intro_en text not null default '',
  -- as in survey
  questions jsonb not null default '[]',
  free_text boolean not null default true,
  anonymous boolean not null default false,
  -- {method, roles, size, by}: quotas and lots are each estate's own
  sample jsonb not null default '{}',
  created_at timestamptz(3) not null,
  created_by uuid,
  updated_at timestamptz(3) not null,
  published_at timestamptz(3),
  published_by uuid,
  retired_at timestamptz(3),
  retired_by uuid,
  version int not null default 1,
  constraint survey_template_revision_key unique (company_id, root_id, revision),
  constraint survey_template_published check (state <> 'published' or published_at is not null),
  constraint survey_template_retired check ((state = 'retired') = (retired_at is not null))
);
comment on table survey_template is 'reference';
create index survey_template_list_idx on survey_template (company_id, created_at desc, id desc);
-- one draft of a questionnaire at a time, so that two editors see the same
create unique index survey_template_draft_key on survey_template (company_id, root_id) where state = 'draft';

alter table survey
  add column template_id uuid constraint survey_template_fk references survey_template (id),
  -- a draft that opens by itself on this day of the estate
  add column opens_on date,
  -- why it could not; the code of the refusal
  add column open_refused text,
  add constraint survey_opens_on check (opens_on is null or state = 'draft'),
  add constraint survey_open_refused check (open_refused is null or state = 'draft');
-- a revision of a questionnaire is rolled out once to an estate
create unique index survey_template_key on survey (estate_id, template_id) where template_id is not null;
create index survey_opens_idx on survey (estate_id, opens_on) where opens_on is not null;
-- those of a company's questionnaire, over all estates
create index survey_rolled_out_idx on survey (template_id, estate_id) where template_id is not null;

-- what a rolled-out survey has come to, so that a comparison over a thousand estates does not read its answers (decision 8)
create table survey_sum (
  estate_id uuid not null,
  survey_id uuid not null,
  template_id uuid not null,
  invited int not null,
  used int not null,
  -- with those that wait to be counted in
  answered int not null,
  -- answers that stand in the items
  counted int not null,
  -- of the estate when it was counted: fewer are no group
  smallest_group int not null,
  -- {no: {kano: [M, O, A, I, R, Q], felt: [1, 2, 3, 4, 5]}}; items that too few have answered are not here
  items jsonb not null,
  counted_at timestamptz(3) not null,
  constraint survey_sum_pk primary key (estate_id, survey_id),
  constraint survey_sum_survey_fk foreign key (estate_id, survey_id) references survey (estate_id, id),
  constraint survey_sum_template_fk foreign key (template_id) references survey_template (id)
);
comment on table survey_sum is 'distributed';
create index survey_sum_template_idx on survey_sum (template_id, estate_id);
