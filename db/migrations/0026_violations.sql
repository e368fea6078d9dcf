-- what customers do that the rules of living together forbid: a matter of the kind violation, and what is known beside (FD-771)
alter table matter drop constraint matter_contact_type;
alter table matter add constraint matter_contact_type
  check (contact_type in ('complaint', 'suggestion', 'enquiry', 'service', 'praise', 'emergency', 'finding', 'violation'));

create table violation (
  estate_id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  type text not null,
  -- stands in the way of accepting a renovation
  renovation boolean not null,
  -- touches what bears the house, or fire safety
  danger boolean not null,
  found_on date not null,
  found_at timestamptz(3) not null,
  found_by uuid not null,
  talks int not null default 0,
  help_offered boolean not null default false,
  agreed_until date,
  -- the notice that stands, and how many were issued
  notices int not null default 0,
  notice_addressee text,
  notice_demand text,
  notice_deadline date,
  notice_joint text,
  notice_issued_on date,
  notice_signature text constraint violation_signature check (notice_signature in ('signed', 'refused')),
  -- who says that it is put right; another one looks
  rectified_by uuid,
  settlement text,
  closed_at timestamptz(3),
  constraint violation_pk primary key (estate_id, matter_id),
  constraint violation_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id),
  constraint violation_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id)
);
comment on table violation is 'distributed';
-- who sees the same at the same home joins what is open; `other` may be several things
create unique index violation_open_key on violation (estate_id, unit_id, type) where closed_at is null and type <> 'other';
create index violation_unit_idx on violation (estate_id, unit_id, found_on desc);
create index violation_page_idx on violation (estate_id, found_on desc, matter_id desc);

create table violation_step (
  estate_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  step text not null,
  at timestamptz(3) not null,
  by_id uuid not null,
  words text,
  seen text,
  persuader text,
  -- who was spoken with, who signed, who witnessed
  person text,
  help text,
  outcome text,
  until date,
  joint_with text,
  signature text,
  witness text,
  authority text,
  -- number of a notice, or of an order of the authority
  reference text,
  file_ids uuid[] not null default '{}',
  constraint violation_step_pk primary key (estate_id, id),
  constraint violation_step_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table violation_step is 'distributed append-only';
create index violation_step_matter_idx on violation_step (estate_id, matter_id, at);
