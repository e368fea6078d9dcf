-- who was to go before a round was given to somebody else: what they did meanwhile without signal still counts
alter table inspection_round add column before_ids uuid[] not null default '{}';
-- FD-766: why the fault came about, said by who put it right
alter table finding add column cause text;
