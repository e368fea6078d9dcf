-- FD-766: a standard is prepared, checked and approved, each with name and date; who has written in it does neither of the others
alter table standard_version
  add column editors uuid[] not null default '{}',
  add column checked_by uuid,
  add column checked_at timestamptz(3);
alter table standard_version add constraint standard_version_checked check ((checked_by is null) = (checked_at is null));
update standard_version set editors = array[created_by] where created_by is not null;
