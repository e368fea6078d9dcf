-- a look that answers less than its round asks is kept, but is no whole look
alter table inspection add column missing text[] not null default '{}';
-- FD-765: who was watched at an interview, and confirms that somebody looked on
alter table training add column watched_id uuid;
