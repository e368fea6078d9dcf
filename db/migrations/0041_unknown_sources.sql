-- whether it came by link or on paper would tell an anonymous answer from the others of its group
alter table survey_response alter column source drop not null;
update survey_response set source = null where anonymous;
alter table survey_response add constraint survey_response_anonymous_source check (anonymous = (source is null));
alter table survey_sealed drop column source;
