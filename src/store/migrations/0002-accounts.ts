import { emailKey } from '#src/domain/email-key.ts';
import type { Snapshot } from '#src/domain/audit.ts';
import type { Database } from '../database.ts';
import { auditSearch, messageSearch } from '../tables/trail-search.ts';

/**
 * Accounts at full depth: more personas, strict mode, managed domains, customer access settings,
 * bulk steps with an entry per customer, changes with what was before and after. Tables whose
 * checks change are made anew, since SQLite changes no check in place.
 */
export function accounts(database: Database): void {
  database.exec(SETTINGS);
  database.exec(DIRECTORY);
  database.exec(WORK);
  makeTrailsSearchable(database);
}

const SETTINGS = `
alter table workspace rename to workspace_before;
create table workspace (
  id text primary key check (id = 'workspace'),
  scenario text not null,
  clock text not null check (
    json_type(clock, '$.simulatedAt') in ('integer', 'real')
    and json_type(clock, '$.wallAt') in ('integer', 'real')
    and json_type(clock, '$.speed') in ('integer', 'real')
  ),
  persona text not null check (persona in
    ('organization-admin', 'site-admin', 'user-access-admin', 'product-admin', 'agent')),
  strict integer not null check (strict in (0, 1)),
  change integer not null
) strict;
insert into workspace (id, scenario, clock, persona, strict, change)
  select id, scenario, clock, persona, 0, change from workspace_before;
drop table workspace_before;
`;

const DIRECTORY = `
alter table organization add column managed_domains text not null default '[]';
alter table organization add column single_sign_on integer not null default 0
  check (single_sign_on in (0, 1));
alter table portal_customer add column password_set_at real;

create table customer_access (
  site_id text primary key not null,
  approved_domains text not null,
  portal_only_allowed integer not null check (portal_only_allowed in (0, 1)),
  portal_only_domains text not null,
  sign_up_allowed integer not null check (sign_up_allowed in (0, 1)),
  portal_login text not null check (portal_login in ('password', 'single-sign-on')),
  version integer not null
) strict;
`;

const WORK = `
alter table job rename to job_before;
drop index job_by_subject;
drop index job_running;
create table job (
  id text primary key not null,
  kind text not null,
  subject_id text not null,
  site_id text not null,
  state text not null check (state in ('running', 'stopped', 'finished', 'failed')),
  actor text not null,
  started_at real not null,
  ends_at real not null,
  total integer not null,
  done integer not null
) strict;
insert into job select id, kind, subject_id, site_id, state, actor, started_at, ends_at, total, done
  from job_before;
drop table job_before;
create index job_by_subject on job (subject_id);
create index job_running on job (ends_at, id) where state = 'running';

create table job_item (
  job_id text not null,
  position integer not null,
  subject_id text not null,
  email text not null,
  name text not null,
  state text not null check (state in ('waiting', 'done', 'failed')),
  reason text,
  primary key (job_id, position)
) strict, without rowid;

alter table message add column facts text not null default '{}';
alter table message add column to_key text not null default '';
alter table message add column search text not null default '';
create index message_by_address on message (to_key);
create index message_by_time on message (at);
alter table audit_entry add column "before" text;
alter table audit_entry add column "after" text;
alter table audit_entry add column search text not null default '';
create index audit_entry_by_subject on audit_entry (subject_id);
create index audit_entry_by_time on audit_entry (at);
`;

/** Rows of before get what new ones are searched by. */
function makeTrailsSearchable(database: Database): void {
  for (const [id, to] of database.all('select id, "to" from message')) {
    const address = String(to);
    database.run('update message set to_key = ?, search = ? where id = ?', [
      emailKey(address),
      messageSearch({ to: address, facts: {} }),
      String(id),
    ]);
  }
  for (const [id, subject, facts] of database.all(
    'select id, subject_id, facts from audit_entry',
  )) {
    const entry = {
      subjectId: String(subject),
      facts: JSON.parse(String(facts)) as Snapshot,
      before: null,
      after: null,
    };
    database.run('update audit_entry set search = ? where id = ?', [
      auditSearch(entry),
      String(id),
    ]);
  }
}
