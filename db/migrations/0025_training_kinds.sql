-- safety training and emergency drills are planned and held like other trainings
alter table training drop constraint training_kind;
alter table training add constraint training_kind check (kind in ('induction', 'regular', 'observation', 'safety', 'drill'));
