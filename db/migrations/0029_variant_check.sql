-- FD-766: what an estate does otherwise is prepared, checked and approved like the company's standard; versions in force stay so
alter table estate_standard
  add column editors uuid[] not null default '{}',
  add column checked_by uuid,
  add column checked_at timestamptz(3);
alter table estate_standard add constraint estate_standard_checked check ((checked_by is null) = (checked_at is null));
update estate_standard set editors = array[created_by] where created_by is not null;
