-- a place that asks where the phone is asks it of a task, too
alter table inspection_stop add column latitude double precision;
alter table inspection_stop add column longitude double precision;
alter table inspection_stop add column accuracy_m real;
alter table inspection_stop add column position_missing text;
