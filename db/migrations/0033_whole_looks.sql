-- a look that answers less than its round asks is kept, but is no whole look
alter table inspection add column missing text[] not null default '{}';
