/* The second half of the first shape: copying, imports, jobs and traces. */

export const COPYING = `
create table copy_plan (
  id text primary key not null,
  name text not null,
  source_site_id text not null,
  destination_site_id text not null,
  customers text not null check (customers in ('all', 'related')),
  project_ids text not null,
  state text not null check (state in ('saved', 'running', 'finished', 'incomplete')),
  job_id text,
  created_at real not null,
  started_at real,
  finished_at real,
  imported_group_id text,
  version integer not null
) strict;

create table copy_outcome (
  plan_id text not null,
  position integer not null,
  email_key text not null,
  email text not null,
  name text not null,
  source_holding text not null,
  destination_holding text not null,
  after_holding text not null,
  action text not null,
  attention text not null,
  source_portal_customer_id text,
  source_account_id text,
  attached_to text,
  can_open_before integer not null,
  can_open_after integer not null,
  arriving integer not null,
  state text not null check (state in ('pending', 'done')),
  email_search text not null,
  name_search text not null,
  primary key (plan_id, position)
) strict, without rowid;

create table copy_link (
  source_site_id text not null,
  destination_site_id text not null,
  source_id text not null,
  destination_id text not null,
  kind text not null check (kind in ('holder', 'project', 'customer-organization', 'request')),
  plan_id text not null,
  primary key (source_site_id, destination_site_id, source_id)
) strict, without rowid;
create index copy_link_by_destination on copy_link (destination_id);

create table attention_row (
  plan_id text not null,
  email_key text not null,
  problem text not null check (problem in ('review-group', 'upgrade-portal-only')),
  email text not null,
  name text not null,
  source_holding text not null,
  destination_holding text not null,
  after_holding text not null,
  site_id text not null,
  group_id text,
  portal_customer_id text,
  primary key (plan_id, email_key, problem)
) strict, without rowid;
create index attention_row_by_group on attention_row (group_id) where group_id is not null;
`;

export const WORK = `
create table import_session (
  id text primary key not null,
  site_id text not null,
  state text not null check (state in ('open', 'written')),
  created_at real not null,
  version integer not null
) strict;

create table import_file (
  import_id text not null,
  number integer not null,
  name text not null,
  size_bytes integer not null,
  encoding text not null,
  delimiter text not null,
  format text,
  kind text,
  headings text not null,
  sample text not null,
  mapping text not null,
  fault text,
  primary key (import_id, number)
) strict, without rowid;

create table import_row (
  import_id text not null,
  file_number integer not null,
  line integer not null,
  cells text not null,
  outcome text not null check (outcome in ('new', 'updated', 'unchanged', 'refused')),
  email_key text,
  findings text not null,
  primary key (import_id, file_number, line)
) strict, without rowid;

create table job (
  id text primary key not null,
  kind text not null,
  subject_id text not null,
  site_id text not null,
  state text not null check (state in ('running', 'finished', 'failed')),
  actor text not null,
  started_at real not null,
  ends_at real not null,
  total integer not null,
  done integer not null
) strict;
create index job_by_subject on job (subject_id);
create index job_running on job (ends_at, id) where state = 'running';

create table message (
  id text primary key not null,
  site_id text not null,
  at real not null,
  "to" text not null,
  kind text not null
) strict;

create table audit_entry (
  id text primary key not null,
  at real not null,
  actor text not null,
  action text not null,
  organization_id text,
  site_id text,
  subject_id text not null,
  facts text not null
) strict;

create table answer (
  number integer primary key,
  "key" text not null unique,
  status integer not null,
  headers text not null,
  body text not null
) strict;
`;
