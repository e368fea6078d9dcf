-- Places and people. Nothing is overwritten: who lives where, phones and vehicles carry from/until; other changes leave an audit row.

create table building (
  estate_id uuid not null,
  id uuid not null,
  name text not null,
  -- canonical first part of a room number: '3'
  code text not null,
  kind text not null default 'residential' constraint building_kind check (kind in ('residential', 'villa', 'shops', 'parking', 'public')),
  floors int,
  sort int not null default 0,
  constraint building_pk primary key (estate_id, id),
  constraint building_code_key unique (estate_id, code),
  constraint building_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table building is 'distributed';

create table unit (
  estate_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  -- unit_no is canonical: '3-2-1203'
  unit_no text not null,
  display text not null,
  section text,
  room text not null,
  floor int,
  kind text not null constraint unit_kind check (kind in ('flat', 'shop', 'villa', 'parking')),
  unit_type text,
  usage text,
  -- hundredths of a square metre
  area_cm2 bigint constraint unit_area check (area_cm2 is null or area_cm2 > 0),
  handover_date date,
  water_meter text,
  power_meter text,
  mortgage_kind text,
  purchase_fen bigint,
  remarks text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  constraint unit_pk primary key (estate_id, id),
  constraint unit_no_key unique (estate_id, unit_no),
  constraint unit_building_fk foreign key (estate_id, building_id) references building (estate_id, id)
);
comment on table unit is 'distributed';
create index unit_building_idx on unit (estate_id, building_id);

create table customer (
  estate_id uuid not null,
  id uuid not null,
  kind text not null constraint customer_kind check (kind in ('person', 'company')),
  name text not null,
  name_initials text not null default '',
  id_kind text,
  id_cipher bytea,
  id_index bytea,
  id_tail text,
  gender text,
  birth_date date,
  language text not null default 'zh' constraint customer_language check (language in ('zh', 'en')),
  important boolean not null default false,
  -- CP-066: nobody may call, message or visit for a callback
  no_callback boolean not null default false,
  -- customer's own hours in which not to call: [{from,to}]
  quiet_hours jsonb not null default '[]',
  preferences text,
  remarks text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint customer_pk primary key (estate_id, id),
  constraint customer_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table customer is 'distributed';
create unique index customer_identity_key on customer (estate_id, id_index) where id_index is not null;
create index customer_name_idx on customer (estate_id, name);

create table customer_phone (
  estate_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  phone text not null,
  label text,
  preferred boolean not null default false,
  from_date date not null,
  until_date date,
  constraint customer_phone_pk primary key (estate_id, id),
  constraint customer_phone_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id)
);
comment on table customer_phone is 'distributed';
create index customer_phone_number_idx on customer_phone (estate_id, phone);
create index customer_phone_customer_idx on customer_phone (estate_id, customer_id);
create unique index customer_phone_current_key on customer_phone (estate_id, customer_id, phone) where until_date is null;

create table residence (
  estate_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  customer_id uuid not null,
  role text not null constraint residence_role check (role in ('owner', 'family', 'tenant', 'shop', 'proxy', 'nonOwnerUser')),
  from_date date,
  until_date date,
  primary_contact boolean not null default false,
  source text not null default 'desk',
  constraint residence_pk primary key (estate_id, id),
  constraint residence_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint residence_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint residence_dates check (until_date is null or from_date is null or until_date >= from_date)
);
comment on table residence is 'distributed';
create unique index residence_current_key on residence (estate_id, unit_id, customer_id, role) where until_date is null;
create index residence_unit_idx on residence (estate_id, unit_id);
create index residence_customer_idx on residence (estate_id, customer_id);

create table vehicle (
  estate_id uuid not null,
  id uuid not null,
  plate text not null,
  customer_id uuid,
  unit_id uuid,
  parking_unit_id uuid,
  model text,
  colour text,
  from_date date,
  until_date date,
  constraint vehicle_pk primary key (estate_id, id),
  constraint vehicle_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint vehicle_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id),
  constraint vehicle_parking_fk foreign key (estate_id, parking_unit_id) references unit (estate_id, id)
);
comment on table vehicle is 'distributed';
create unique index vehicle_current_key on vehicle (estate_id, plate) where until_date is null;
create index vehicle_customer_idx on vehicle (estate_id, customer_id);
create index vehicle_unit_idx on vehicle (estate_id, unit_id);

create table emergency_contact (
  estate_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  name text not null,
  relation text,
  phone text not null,
  from_date date not null,
  until_date date,
  constraint emergency_contact_pk primary key (estate_id, id),
  constraint emergency_contact_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id)
);
comment on table emergency_contact is 'distributed';
create index emergency_contact_customer_idx on emergency_contact (estate_id, customer_id);

create table caution (
  estate_id uuid not null,
  id uuid not null,
  customer_id uuid,
  unit_id uuid,
  kind text not null constraint caution_kind check (kind in ('care', 'safety', 'communication', 'privacy', 'other')),
  text text not null,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by uuid,
  constraint caution_pk primary key (estate_id, id),
  constraint caution_about check (customer_id is not null or unit_id is not null),
  constraint caution_customer_fk foreign key (estate_id, customer_id) references customer (estate_id, id),
  constraint caution_unit_fk foreign key (estate_id, unit_id) references unit (estate_id, id)
);
comment on table caution is 'distributed';
create index caution_customer_idx on caution (estate_id, customer_id);
create index caution_unit_idx on caution (estate_id, unit_id);

-- areas of buildings and their stewards (FD-820: one steward a unit, through its building)
create table area (
  estate_id uuid not null,
  id uuid not null,
  name text not null,
  steward_id uuid,
  constraint area_pk primary key (estate_id, id),
  constraint area_name_key unique (estate_id, name),
  constraint area_estate_fk foreign key (estate_id) references estate (estate_id)
);
comment on table area is 'distributed';

create table area_building (
  estate_id uuid not null,
  building_id uuid not null,
  area_id uuid not null,
  constraint area_building_pk primary key (estate_id, building_id),
  constraint area_building_building_fk foreign key (estate_id, building_id) references building (estate_id, id),
  constraint area_building_area_fk foreign key (estate_id, area_id) references area (estate_id, id)
);
comment on table area_building is 'distributed deletable';
