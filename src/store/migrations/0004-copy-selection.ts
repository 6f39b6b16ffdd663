import type { Database } from '../database.ts';

/**
 * What a copy plan selects beside customers, admin access of groups, and the places in a service
 * project that name people. Plans of before took users as they took customers, with their groups.
 */
export function copySelection(database: Database): void {
  database.exec(SELECTION);
  database.exec(GROUPS);
  database.exec(REFERENCES);
}

const SELECTION = `
alter table copy_plan add column users text not null default 'all'
  check (users in ('all', 'related', 'related-and-members'));
alter table copy_plan add column preserve_group_membership integer not null default 1;
update copy_plan set users = customers;
alter table copy_outcome add column losing integer not null default 0;
`;

const GROUPS = `
alter table user_group add column admin_access integer not null default 0;
alter table user_group add column admin_review text not null default 'none'
  check (admin_review in ('none', 'pending', 'approved', 'denied'));
`;

const REFERENCES = `
create table project_reference (
  id text primary key not null,
  project_id text not null,
  request_id text,
  place text not null
    check (place in ('standard-field', 'custom-field', 'content', 'workflow', 'permission')),
  name text not null,
  subject_id text not null
) strict;
create index project_reference_by_project on project_reference (project_id);
create index project_reference_by_subject on project_reference (subject_id);
create index project_reference_by_request on project_reference (request_id);
`;
