-- what a phone did in a round is told with its own time: beside it stand when it arrived and how far the phone's clock was ahead
alter table inspection_round add column started_received_at timestamptz(3);
alter table inspection_round add column started_off_ms bigint;
alter table inspection_round add column done_received_at timestamptz(3);
alter table inspection_round add column done_off_ms bigint;
alter table inspection_stop add column received_at timestamptz(3);
alter table inspection_stop add column clock_off_ms bigint;

-- what a draw was made from, in the order of the route, and how many were drawn: with the seed all that repeats it
alter table inspection_round add column pool uuid[];
alter table inspection_round add column quota int;

-- of which kind a look is that could not be taken: of a surprise or a mystery visit the quality department alone is told
alter table inspection_refused add column kind text not null default 'spot';
update inspection_refused r set kind = coalesce(
  (select n.kind from inspection_round n where n.estate_id = r.estate_id and n.id::text = lower(r.body -> 'sent' ->> 'roundId')),
  r.body -> 'sent' ->> 'kind', 'spot');
alter table inspection_refused alter column kind drop default;
alter table inspection_refused add constraint inspection_refused_kind check (kind in ('self', 'surprise', 'mystery', 'spot', 'task'));

-- what a mystery visitor saw counts from its release on: the months that count it already are reckoned anew
insert into look_stale (estate_id, id, month)
select x.estate_id, gen_random_uuid(), x.month from (
  select distinct i.estate_id, date_trunc('month', i.on_date)::date as month from inspection i
  where i.kind = 'mystery' and i.released_at is null and i.voided_at is null) x;
