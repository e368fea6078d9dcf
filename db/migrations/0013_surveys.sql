-- Surveys (quality-model.md sections 4 to 6): what is asked, who is asked, and what was answered.
-- An anonymous survey keeps its answers apart from its invitations: nothing here, no time, no id and no order of the
-- rows leads from an answer to a person (server/modules/surveys/README.md).

-- a questionnaire; once opened it never changes, a correction is the next revision under the same root
create table survey (
  estate_id uuid not null,
  id uuid not null,
  root_id uuid not null,
  revision int not null default 1,
  kind text not null constraint survey_kind check (kind in ('kano', 'satisfaction', 'transaction', 'yearly')),
  state text not null default 'draft' constraint survey_state check (state in ('draft', 'opened', 'closed')),
  title_zh text not null,
  title_en text not null,
  intro_zh text not null default '',
  intro_en text not null default '',
  -- [{no, key, touchpoint, itemId, zh, en, withZh, withEn, withoutZh, withoutEn, asks, classDefault, effort}]
  questions jsonb not null default '[]',
  free_text boolean not null default true,
  anonymous boolean not null default false,
  -- {method, roles, size, by, quotas, seed}
  sample jsonb not null default '{}',
  created_at timestamptz(3) not null,
  created_by uuid,
  updated_at timestamptz(3) not null,
  opened_at timestamptz(3),
  opened_by uuid,
  closes_on date,
  closed_at timestamptz(3),
  closed_by uuid,
  version int not null default 1,
  constraint survey_pk primary key (estate_id, id),
  constraint survey_revision_key unique (estate_id, root_id, revision),
  constraint survey_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint survey_opened check ((state = 'draft') = (opened_at is null)),
  constraint survey_closed check ((state = 'closed') = (closed_at is not null))
);
comment on table survey is 'distributed';
create index survey_list_idx on survey (estate_id, created_at desc, id desc);
create index survey_open_idx on survey (estate_id, kind) where state = 'opened';

-- who is asked. Of an anonymous survey it remembers no more than that it was used.
create table survey_invitation (
  estate_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  -- what stands on a printed slip
  no int not null,
  unit_id uuid,
  customer_id uuid,
  building_id uuid,
  tenure text not null constraint survey_invitation_tenure check (tenure in ('owner', 'family', 'tenant', 'shop')),
  since text not null constraint survey_invitation_since check (since in ('under1', 'years1to3', 'years3to5', 'over5', 'unknown')),
  channel text not null constraint survey_invitation_channel check (channel in ('sms', 'slip')),
  -- the service that is asked about
  matter_id uuid,
  token_hash bytea not null,
  used boolean not null default false,
  invited_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  reminded int not null default 0,
  reminded_at timestamptz(3),
  constraint survey_invitation_pk primary key (estate_id, id),
  constraint survey_invitation_token_key unique (estate_id, token_hash),
  constraint survey_invitation_no_key unique (estate_id, survey_id, no),
  constraint survey_invitation_survey_fk foreign key (estate_id, survey_id) references survey (estate_id, id),
  constraint survey_invitation_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint survey_invitation_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint survey_invitation_building_fk foreign key (estate_id, building_id) references building (estate_id, id),
  constraint survey_invitation_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table survey_invitation is 'distributed';
-- a service is asked about once
create unique index survey_invitation_matter_key on survey_invitation (estate_id, survey_id, matter_id) where matter_id is not null;
create index survey_invitation_customer_idx on survey_invitation (estate_id, customer_id, invited_at desc);
create index survey_invitation_waiting_idx on survey_invitation (estate_id, survey_id) where not used;

-- what somebody has filled in so far; gone when it is sent
create table survey_draft (
  estate_id uuid not null,
  invitation_id uuid not null,
  answers jsonb not null,
  comments jsonb not null,
  version int not null default 1,
  constraint survey_draft_pk primary key (estate_id, invitation_id),
  constraint survey_draft_invitation_fk foreign key (estate_id, invitation_id) references survey_invitation (estate_id, id)
);
comment on table survey_draft is 'distributed deletable';

-- answers of an anonymous survey that wait until enough have come to be counted in together
create table survey_sealed (
  estate_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  source text not null,
  building_id uuid,
  tenure text,
  since text,
  answers jsonb not null,
  comments jsonb not null,
  constraint survey_sealed_pk primary key (estate_id, id),
  constraint survey_sealed_survey_fk foreign key (estate_id, survey_id) references survey (estate_id, id)
);
comment on table survey_sealed is 'distributed deletable';
create index survey_sealed_survey_idx on survey_sealed (estate_id, survey_id);

-- deletable, because counting in writes the rows of an anonymous survey anew in an order of chance
create table survey_response (
  estate_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  anonymous boolean not null,
  -- of an anonymous one the day on which it was counted in, or nothing
  on_date date,
  source text not null constraint survey_response_source check (source in ('link', 'paper', 'sheet')),
  building_id uuid,
  tenure text,
  since text,
  -- [{no, f, d, s, w}]: with it, without it (5 like … 1 dislike), satisfaction 1 to 5, importance 1 to 9
  answers jsonb not null,
  -- [{touchpoint, text}]
  comments jsonb not null default '[]',
  invitation_id uuid,
  at timestamptz(3),
  entered_by uuid,
  constraint survey_response_pk primary key (estate_id, id),
  constraint survey_response_survey_fk foreign key (estate_id, survey_id) references survey (estate_id, id),
  constraint survey_response_building_fk foreign key (estate_id, building_id) references building (estate_id, id),
  constraint survey_response_invitation_fk foreign key (estate_id, invitation_id) references survey_invitation (estate_id, id),
  constraint survey_response_unlinked check (not anonymous or (invitation_id is null and at is null and entered_by is null))
);
comment on table survey_response is 'distributed deletable';
create index survey_response_survey_idx on survey_response (estate_id, survey_id, id);
create index survey_response_day_idx on survey_response (estate_id, on_date);
-- one answer an invitation
create unique index survey_response_invitation_key on survey_response (estate_id, invitation_id) where invitation_id is not null;

-- sheets of paper that were typed in, so that none is typed twice
create table survey_paper (
  estate_id uuid not null,
  survey_id uuid not null,
  paper_no text not null,
  entered_on date not null,
  entered_by uuid not null,
  constraint survey_paper_pk primary key (estate_id, survey_id, paper_no),
  constraint survey_paper_survey_fk foreign key (estate_id, survey_id) references survey (estate_id, id)
);
comment on table survey_paper is 'distributed append-only';

-- an Excel file of paper answers between upload and use; afterwards it keeps what was not taken
create table survey_upload (
  estate_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  file_name text not null,
  state text not null default 'read' constraint survey_upload_state check (state in ('read', 'applied')),
  -- [{row, cells, problems, answer}]
  lines jsonb not null,
  taken int not null default 0,
  uploaded_at timestamptz(3) not null,
  uploaded_by uuid not null,
  applied_at timestamptz(3),
  constraint survey_upload_pk primary key (estate_id, id),
  constraint survey_upload_survey_fk foreign key (estate_id, survey_id) references survey (estate_id, id)
);
comment on table survey_upload is 'distributed';

-- what a closed survey found, for whoever asks later (section 8, 5: beside the default, never over it)
create table survey_class (
  estate_id uuid not null,
  survey_id uuid not null,
  no int not null,
  touchpoint text,
  item_id text,
  class text not null,
  n int not null,
  significant boolean not null,
  provisional boolean not null,
  on_date date not null,
  constraint survey_class_pk primary key (estate_id, survey_id, no),
  constraint survey_class_survey_fk foreign key (estate_id, survey_id) references survey (estate_id, id)
);
comment on table survey_class is 'distributed append-only';
create index survey_class_day_idx on survey_class (estate_id, on_date desc);
