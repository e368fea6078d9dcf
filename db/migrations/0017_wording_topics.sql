-- CP-028: one approved answer for a topic, heard by everybody whose complaint it is about
create table wording_topic (
  estate_id uuid not null,
  id uuid not null,
  title text not null,
  text text not null,
  -- what it is about: a complaint has to meet each of those that are said
  codes text[] not null,
  touchpoint text,
  building_id uuid,
  created_at timestamptz(3) not null,
  approved_by uuid not null,
  approved_at timestamptz(3) not null,
  ended_by uuid,
  ended_at timestamptz(3),
  version int not null default 1,
  constraint wording_topic_pk primary key (estate_id, id),
  constraint wording_topic_estate_fk foreign key (estate_id) references estate (estate_id),
  constraint wording_topic_building_fk foreign key (estate_id, building_id) references building (estate_id, id),
  constraint wording_topic_about check (cardinality(codes) > 0 or touchpoint is not null or building_id is not null),
  constraint wording_topic_ended check ((ended_at is null) = (ended_by is null))
);
comment on table wording_topic is 'distributed';
create unique index wording_topic_title_key on wording_topic (estate_id, title) where ended_at is null;
create index wording_topic_list_idx on wording_topic (estate_id, created_at desc, id desc);
