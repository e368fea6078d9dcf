-- of several looks at a place on one day the last is the one that ended last: months with such days are reckoned anew
insert into look_stale (estate_id, id, month)
select x.estate_id, gen_random_uuid(), x.month from (
  select distinct i.estate_id, date_trunc('month', i.on_date)::date as month from inspection i
  where i.voided_at is null group by i.estate_id, i.place_id, i.on_date having count(*) > 1) x;
