-- What plans, rounds and looks need beside 0012.

-- what is asked, as the plan said when the round was made
alter table inspection_round add column items jsonb not null default '{}';
-- the call of a condition that this round answers
alter table inspection_round add column call_id uuid;
-- its next steps, reckoned once; the times at which they were taken stand beside them
alter table inspection_round add column warn_at timestamptz(3);
alter table inspection_round add column escalate_at timestamptz(3);
-- what a mystery visitor saw is the quality department's until it is released
alter table inspection_round add column released_at timestamptz(3);
alter table inspection_round add column released_by uuid;
alter table inspection_round add constraint inspection_round_call_fk
  foreign key (estate_id, call_id) references condition_call (estate_id, id);
-- a call is answered once a day by a plan
create unique index inspection_round_call_key on inspection_round (estate_id, plan_id, call_id, on_date) where call_id is not null;
create index inspection_round_warn_idx on inspection_round (warn_at)
  where warned_at is null and missed_at is null and state in ('planned', 'started');
create index inspection_round_escalate_idx on inspection_round (escalate_at)
  where escalated_at is null and state in ('missed', 'started');

-- places of a round that has not begun are drawn anew when its plan changes
comment on table inspection_stop is 'distributed deletable';
alter table inspection_stop add column scanned boolean not null default false;
alter table inspection_stop add column file_ids uuid[] not null default '{}';

-- the answer that the phone got, for whoever sends the same look again
alter table inspection add column taken jsonb;
alter table inspection add column released_at timestamptz(3);
alter table inspection add column released_by uuid;

-- it rains once at a time
create unique index condition_call_open_key on condition_call (estate_id, condition) where until_at is null;
alter table condition_call add column ended_by uuid;

create unique index inspection_refused_look_key on inspection_refused (estate_id, inspection_id) where inspection_id is not null;
create index inspection_stop_file_idx on inspection_stop using gin (file_ids) where file_ids <> '{}';

-- lists by their time
create index inspection_round_due_idx on inspection_round (estate_id, due_at desc, id desc);
create index inspection_ended_idx on inspection (estate_id, ended_at desc, id desc);
