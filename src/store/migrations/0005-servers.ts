import type { Database } from '../database.ts';

/** Servers with their directories and users, and the fixes chosen for their addresses. */
export function servers(database: Database): void {
  database.exec(SERVERS);
  database.exec(FIXES);
  database.exec(IMPORTS);
  database.exec(PLANS);
}

const SERVERS = `
create table server (
  id text primary key not null,
  name text not null,
  edition text not null check (edition in ('server', 'data-center'))
) strict;

create table server_directory (
  id text primary key not null,
  server_id text not null,
  position integer not null,
  name text not null,
  active integer not null check (active in (0, 1))
) strict;
create unique index server_directory_by_server on server_directory (server_id, position);

create table server_user (
  id text primary key not null,
  server_id text not null,
  directory_id text not null,
  user_key text not null,
  user_name text not null,
  email text not null,
  email_key text not null,
  name text not null,
  type text not null check (type in ('licensed', 'customer')),
  agent integer not null check (agent in (0, 1)),
  project_admin integer not null check (project_admin in (0, 1)),
  channel text check (channel in ('portal', 'email')),
  active integer not null check (active in (0, 1)),
  deleted integer not null check (deleted in (0, 1)),
  user_name_key text not null,
  email_search text not null,
  name_search text not null
) strict;
create unique index server_user_present on server_user (directory_id, user_name_key)
  where deleted = 0;
create index server_user_by_key on server_user (server_id, user_key);
create index server_user_by_email on server_user (server_id, email_key);

create table server_group (
  id text primary key not null,
  server_id text not null,
  name text not null,
  description text not null,
  role text not null check (role in ('none', 'customer', 'agent')),
  admin_access integer not null check (admin_access in (0, 1))
) strict;
create unique index server_group_by_name on server_group (server_id, name);

create table server_membership (
  group_id text not null,
  user_id text not null,
  primary key (group_id, user_id)
) strict, without rowid;
create index server_membership_by_user on server_membership (user_id);
`;

const IMPORTS = `
alter table import_session add column notes text not null default '[]';
`;

const FIXES = `
create table server_fixes (
  server_id text primary key not null,
  assessed_at real not null,
  fingerprint text not null,
  level text not null check (level in ('simple', 'advanced')),
  invalid text not null check (invalid in ('nothing', 'former-users', 'new-addresses', 'file')),
  duplicated text not null check (duplicated in ('nothing', 'merge', 'new-addresses', 'file')),
  version integer not null
) strict;

create table server_fix_row (
  server_id text not null,
  file text not null check (file in ('invalid', 'duplicated', 'all')),
  user_key text not null,
  new_email text not null,
  tombstone integer not null check (tombstone in (0, 1)),
  primary key (server_id, file, user_key)
) strict, without rowid;
`;

/** Plans whose source may be a server; the table is made anew, since its check changes. */
const PLANS = `
alter table copy_plan rename to copy_plan_before;
create table copy_plan (
  id text primary key not null,
  name text not null,
  flow text not null check (flow in ('copy', 'in-advance', 'with-data')),
  source_place_id text not null,
  destination_site_id text not null,
  customers text not null check (customers in ('all', 'related', 'none')),
  users text not null check (users in ('all', 'related', 'related-and-members')),
  preserve_group_membership integer not null,
  project_ids text not null,
  state text not null check (state in ('saved', 'running', 'finished', 'stopped', 'incomplete')),
  job_id text,
  created_at real not null,
  started_at real,
  finished_at real,
  imported_group_id text,
  archived_at real,
  version integer not null
) strict;
insert into copy_plan (id, name, flow, source_place_id, destination_site_id, customers, users,
    preserve_group_membership, project_ids, state, job_id, created_at, started_at, finished_at,
    imported_group_id, version)
  select id, name, 'copy', source_site_id, destination_site_id, customers, users,
    preserve_group_membership, project_ids, state, job_id, created_at, started_at, finished_at,
    imported_group_id, version
  from copy_plan_before;
drop table copy_plan_before;
alter table copy_link rename column source_site_id to source_place_id;
alter table copy_outcome add column source_server_user_id text;
update user_group set origin = json_set(json_remove(origin, '$.sourceSiteId'), '$.sourcePlaceId',
  json_extract(origin, '$.sourceSiteId')) where origin is not null;

create table migrating_person (
  plan_id text not null,
  position integer not null,
  person text not null,
  primary key (plan_id, position)
) strict, without rowid;

create table server_check_result (
  plan_id text not null,
  check_id text not null,
  result text not null check (result in ('pass', 'warning', 'error')),
  at real not null,
  basis text not null,
  total integer not null,
  occurrences text not null,
  excluded integer not null check (excluded in (0, 1)),
  primary key (plan_id, check_id)
) strict, without rowid;
`;
