import type { Database } from '../database.ts';
import { COPYING, WORK } from './0001-foundation-work.ts';

/**
 * The first shape of a workspace. Instants are REAL, because simulated time may fall between two
 * milliseconds. States that rules depend on are checked; flags that change often stand in no index,
 * since each such index turns one row's change into several scattered page writes.
 */
export function foundation(database: Database): void {
  database.exec(SETTINGS_AND_DIRECTORY);
  database.exec(CUSTOMERS_AND_REQUESTS);
  database.exec(COPYING);
  database.exec(WORK);
}

const SETTINGS_AND_DIRECTORY = `
create table workspace (
  id text primary key check (id = 'workspace'),
  scenario text not null,
  clock text not null check (
    json_type(clock, '$.simulatedAt') in ('integer', 'real')
    and json_type(clock, '$.wallAt') in ('integer', 'real')
    and json_type(clock, '$.speed') in ('integer', 'real')
  ),
  persona text not null check (persona in ('organization-admin', 'site-admin', 'agent')),
  change integer not null
) strict;

create table organization (
  id text primary key not null,
  name text not null,
  experience text not null check (experience in ('centralized', 'original'))
) strict;

create table site (
  id text primary key not null,
  organization_id text not null,
  name text not null,
  subscription text not null check (subscription in ('free', 'paid'))
) strict;
create index site_by_organization on site (organization_id);

create table account (
  id text primary key not null,
  email text not null,
  email_key text not null,
  name text not null,
  email_verified integer not null check (email_verified in (0, 1)),
  created_at real not null,
  version integer not null,
  email_search text not null,
  name_search text not null
) strict;
create unique index account_by_email on account (email_key);

create table directory_user (
  organization_id text not null,
  account_id text not null,
  status text not null check (status in ('active', 'suspended', 'deactivated')),
  added_at real not null,
  primary key (organization_id, account_id)
) strict, without rowid;
create index directory_user_by_account on directory_user (account_id);

create table site_access (
  site_id text not null,
  account_id text not null,
  status text not null check (status in ('active', 'suspended')),
  user_key text not null,
  last_seen_at real,
  primary key (site_id, account_id)
) strict, without rowid;
create index site_access_by_account on site_access (account_id);

create table user_group (
  id text primary key not null,
  site_id text not null,
  name text not null,
  description text not null,
  role text not null check (role in ('agent', 'customer', 'none')),
  is_default integer not null check (is_default in (0, 1)),
  review text not null check (review in ('none', 'pending', 'approved', 'denied')),
  origin text,
  reviewed_at real,
  version integer not null,
  name_search text not null
) strict;
create unique index user_group_by_site on user_group (site_id, name);

create table membership (
  group_id text not null,
  account_id text not null,
  primary key (group_id, account_id)
) strict, without rowid;
create index membership_by_account on membership (account_id);
`;

const CUSTOMERS_AND_REQUESTS = `
create table portal_customer (
  id text primary key not null check (id glob 'qm:*'),
  site_id text not null,
  email text not null,
  email_key text not null,
  name text not null,
  state text not null check (state in ('active', 'revoked', 'migrating', 'migrated', 'deleted')),
  created_at real not null,
  last_login_at real,
  migrated_to text,
  failure text,
  version integer not null,
  email_search text not null,
  name_search text not null
) strict;
create index portal_customer_by_site on portal_customer (site_id, email_key);
create unique index portal_customer_by_email on portal_customer (site_id, email_key)
  where state <> 'deleted';

create table customer_organization (
  id text primary key not null,
  site_id text not null,
  name text not null,
  name_search text not null
) strict;
create unique index customer_organization_by_site on customer_organization (site_id, name);

create table customer_organization_member (
  customer_organization_id text not null,
  holder_id text not null,
  primary key (customer_organization_id, holder_id)
) strict, without rowid;
create index customer_organization_member_by_holder on customer_organization_member (holder_id);

create table customer_organization_project (
  customer_organization_id text not null,
  project_id text not null,
  primary key (customer_organization_id, project_id)
) strict, without rowid;
create index customer_organization_project_by_project
  on customer_organization_project (project_id);

create table service_project (
  id text primary key not null,
  site_id text not null,
  "key" text not null,
  name text not null
) strict;
create index service_project_by_site on service_project (site_id);

create table request (
  id text primary key not null,
  site_id text not null,
  project_id text not null,
  "key" text not null,
  summary text not null,
  status text not null check (status in ('open', 'resolved')),
  created_at real not null,
  reporter_id text not null,
  customer_organization_id text
) strict;
create index request_by_site on request (site_id);
create index request_by_project on request (project_id);
create index request_by_reporter on request (reporter_id);
create index request_by_customer_organization on request (customer_organization_id)
  where customer_organization_id is not null;

create table request_participant (
  request_id text not null,
  holder_id text not null,
  primary key (request_id, holder_id)
) strict, without rowid;
create index request_participant_by_holder on request_participant (holder_id);
`;
