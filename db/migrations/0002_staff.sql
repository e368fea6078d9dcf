-- People who work here. Staff serve several estates, so they are reference rows; where they work is a row of staff_role.

create table staff (
  id uuid constraint staff_pk primary key,
  company_id uuid not null constraint staff_company_fk references company (id),
  username text not null constraint staff_username_key unique,
  staff_no text not null,
  name text not null,
  name_initials text not null default '',
  phone text,
  provider text,
  active boolean not null default true,
  created_at timestamptz(3) not null,
  left_on date,
  version int not null default 1,
  constraint staff_no_key unique (company_id, staff_no)
);
comment on table staff is 'reference';

create table staff_role (
  id uuid constraint staff_role_pk primary key,
  staff_id uuid not null constraint staff_role_staff_fk references staff (id),
  role text not null,
  -- null: every estate of the company
  estate_id uuid constraint staff_role_estate_fk references estate_directory (estate_id),
  line text,
  from_date date not null,
  until_date date,
  granted_by uuid,
  constraint staff_role_dates check (until_date is null or until_date >= from_date)
);
comment on table staff_role is 'reference';
create index staff_role_staff_idx on staff_role (staff_id);
create index staff_role_estate_idx on staff_role (estate_id, role);

-- sign-in (better-auth); its own names for its own columns
create table auth_user (
  id uuid constraint auth_user_pk primary key,
  name text not null,
  email text not null constraint auth_user_email_key unique,
  "emailVerified" boolean not null default true,
  image text,
  username text constraint auth_user_username_key unique,
  "displayUsername" text,
  "twoFactorEnabled" boolean default false,
  "createdAt" timestamptz(3) not null default now(),
  "updatedAt" timestamptz(3) not null default now()
);
comment on table auth_user is 'local deletable';

create table auth_session (
  id uuid constraint auth_session_pk primary key,
  "userId" uuid not null constraint auth_session_user_fk references auth_user (id) on delete cascade,
  token text not null constraint auth_session_token_key unique,
  "expiresAt" timestamptz(3) not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz(3) not null default now(),
  "updatedAt" timestamptz(3) not null default now()
);
comment on table auth_session is 'local deletable';
create index auth_session_user_idx on auth_session ("userId");

create table auth_account (
  id uuid constraint auth_account_pk primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null constraint auth_account_user_fk references auth_user (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz(3),
  "refreshTokenExpiresAt" timestamptz(3),
  scope text,
  password text,
  "createdAt" timestamptz(3) not null default now(),
  "updatedAt" timestamptz(3) not null default now()
);
comment on table auth_account is 'local deletable';
create index auth_account_user_idx on auth_account ("userId");

create table auth_verification (
  id uuid constraint auth_verification_pk primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz(3) not null,
  "createdAt" timestamptz(3) not null default now(),
  "updatedAt" timestamptz(3) not null default now()
);
comment on table auth_verification is 'local deletable';
create index auth_verification_identifier_idx on auth_verification (identifier);

create table auth_two_factor (
  id uuid constraint auth_two_factor_pk primary key,
  secret text not null,
  "backupCodes" text not null,
  verified boolean default true,
  "failedVerificationCount" int default 0,
  "lockedUntil" timestamptz(3),
  "userId" uuid not null constraint auth_two_factor_user_fk references auth_user (id) on delete cascade
);
comment on table auth_two_factor is 'local deletable';
create index auth_two_factor_user_idx on auth_two_factor ("userId");
