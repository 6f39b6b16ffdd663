import type { Database } from '../database.ts';

/** Servers with their directories and users, and the fixes chosen for their addresses. */
export function servers(database: Database): void {
  database.exec(SERVERS);
  database.exec(FIXES);
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
`;

const FIXES = `
create table server_fixes (
  server_id text primary key not null,
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
