-- who was to go before a round was given to somebody else: what they did meanwhile without signal still counts
alter table inspection_round add column before_ids uuid[] not null default '{}';
-- FD-766: why the fault came about, said by who put it right
alter table finding add column cause text;

-- FD-765: training, planned and held, with who was to come, who came and what came of it
create table training (
  estate_id uuid not null,
  id uuid not null,
  topic text not null,
  kind text not null constraint training_kind check (kind in ('induction', 'regular', 'observation')),
  starts_at timestamptz(3) not null,
  place text,
  trainer text not null,
  content text,
  state text not null default 'planned' constraint training_state check (state in ('planned', 'held', 'cancelled')),
  summary text,
  held_by uuid,
  held_at timestamptz(3),
  cancel_reason text,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  version int not null default 1,
  constraint training_pk primary key (estate_id, id),
  constraint training_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint training_held check ((state = 'held') = (held_at is not null)),
  constraint training_cancelled check ((state = 'cancelled') = (cancel_reason is not null))
);
comment on table training is 'distributed';
create index training_starts_idx on training (estate_id, starts_at desc, id desc);

-- null: not held yet
create table training_attendee (
  estate_id uuid not null,
  training_id uuid not null,
  staff_id uuid not null,
  attended boolean,
  passed boolean,
  note text,
  constraint training_attendee_pk primary key (estate_id, training_id, staff_id),
  constraint training_attendee_training_fk foreign key (estate_id, training_id) references training (estate_id, id),
  constraint training_attendee_passed check (passed is null or attended)
);
comment on table training_attendee is 'distributed deletable';
create index training_attendee_staff_idx on training_attendee (estate_id, staff_id);
