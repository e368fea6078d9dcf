-- a place may ask where the phone is; what a phone could not say is told in words
alter table place add column position_needed boolean not null default false;
alter table inspection add column position_missing text;
