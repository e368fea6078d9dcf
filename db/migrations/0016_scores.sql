-- The weights that the stored scores of an estate were last reckoned with; when the settings say others, a job reckons anew.
create table score_reckoning (
  estate_id uuid not null constraint score_reckoning_pk primary key,
  model jsonb not null,
  reckoned_at timestamptz(3) not null,
  constraint score_reckoning_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table score_reckoning is 'distributed';
-- the list of findings, newest first
create index finding_found_idx on finding (estate_id, found_on desc, matter_id desc);
-- a year of an estate is read from this index alone
create index inspection_estate_idx on inspection (estate_id, on_date) include (touchpoint, place_id, score, kind, standard_id, variant_id, id) where voided_at is null;
