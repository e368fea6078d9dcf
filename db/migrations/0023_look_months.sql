-- what the looks of an estate's month come to, so that the heat map of a company does not read them (decision 8)
create table look_month (
  estate_id uuid not null,
  month date not null constraint look_month_first_day check (extract(day from month) = 1),
  -- by touchpoint the mean over its places, of all their looks and of the last one of each; hundredths of a point
  mean jsonb not null,
  latest jsonb not null,
  looks int not null,
  constraint look_month_pk primary key (estate_id, month),
  constraint look_month_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table look_month is 'distributed';

-- months whose sums may no longer hold; written with each change, never changed, so that no two changes wait for each other
create table look_stale (
  estate_id uuid not null,
  id uuid not null,
  month date not null,
  constraint look_stale_pk primary key (estate_id, id)
);
comment on table look_stale is 'distributed append-only deletable';
-- until the first sweep every month is reckoned live
insert into look_stale (estate_id, id, month)
  select m.estate_id, gen_random_uuid(), m.month from (select distinct estate_id, date_trunc('month', on_date)::date as month from inspection) m;

-- the heat map no longer reads the looks; a month that is reckoned anew is found by its days (inspection_day_idx)
drop index inspection_company_idx;
