-- What keeps figures and searches as fast with five million complaints as with a few: sums beside the cases, words beside the matters.

-- what a calendar month of an estate counts (CP-126), so that a company's months are read without their cases
create table complaint_month (
  estate_id uuid not null,
  month date not null constraint complaint_month_first_day check (extract(day from month) = 1),
  received int not null,
  major int not null,
  hot int not null,
  escalated int not null,
  c1 int not null,
  c2 int not null,
  c3 int not null,
  c4 int not null,
  c5 int not null,
  c6 int not null,
  c7 int not null,
  c8 int not null,
  uncategorised int not null,
  constraint complaint_month_pk primary key (estate_id, month),
  constraint complaint_month_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table complaint_month is 'distributed';

-- months whose sums may no longer hold; written with each change, never changed, so that no two changes wait for each other
create table complaint_stale (
  estate_id uuid not null,
  id uuid not null,
  month date not null,
  constraint complaint_stale_pk primary key (estate_id, id)
);
comment on table complaint_stale is 'distributed append-only deletable';
-- until the first sweep every month is counted live
insert into complaint_stale (estate_id, id, month)
  select m.estate_id, gen_random_uuid(), m.month from (select distinct estate_id, date_trunc('month', received_on)::date as month from complaint_case) m;

-- the figures are no longer read from the cases, so their columns need not stand in an index that every change of them
-- would write anew; what is left is the way back from the newest complaint of a company
drop index complaint_case_company_idx;
create index complaint_case_newest_idx on complaint_case (received_on, matter_id) include (estate_id);

-- the words of a matter, each with the code of where it is looked for in front: the first six digits of the md5 of
-- 'estate <id>', and for a complaint of 'month complaint <month>'. A search reads what it finds and nothing else, however
-- much the company holds. Written once: moves of the matter leave it and its index alone
create table matter_words (
  estate_id uuid not null,
  matter_id uuid not null,
  words tsvector not null,
  constraint matter_words_pk primary key (estate_id, matter_id),
  constraint matter_words_matter_fk foreign key (estate_id, matter_id) references matter (estate_id, id)
);
comment on table matter_words is 'distributed append-only';
insert into matter_words (estate_id, matter_id, words)
  select m.estate_id, m.id, array_to_tsvector(array(
    select left(md5(scope), 6) || word from unnest(tsvector_to_array(m.search)) word,
      unnest(array['estate ' || m.estate_id, 'month complaint ' || to_char(c.received_on, 'YYYY-MM')]) scope
    where scope is not null and char_length(word) <= 100))
  from matter m left join complaint_case c on c.estate_id = m.estate_id and c.matter_id = m.id where m.search is not null;
-- new words wait in a list that every search reads through; a short one
create index matter_words_idx on matter_words using gin (words) with (gin_pending_list_limit = 512);
-- row-level security never let a search into it
drop index matter_search_idx;

-- Row-level security keeps `@@` out of every index, because the operator may tell what it saw. This looks up with the
-- owner's rights and keeps to the scope itself; it gives ids only, and whoever reads their matters meets the policy again.
-- No list of estates is taken: with one the planner would read their whole primary key beside the words.
create function matters_with_words(query text, most int) returns table (estate_id uuid, matter_id uuid)
language sql stable security definer rows 200 set search_path = public, pg_temp as $$
  select w.estate_id, w.matter_id from matter_words w where w.words @@ query::tsquery
    and ((select current_setting('app.estates', true)) = '*'
      or w.estate_id in (select unnest(string_to_array(nullif(nullif(current_setting('app.estates', true), ''), '*'), ',')::uuid[])))
  limit most
$$;
revoke all on function matters_with_words from public;
grant execute on function matters_with_words to wuyou_app;
