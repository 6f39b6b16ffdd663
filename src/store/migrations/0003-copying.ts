import type { Database } from '../database.ts';

/** Copying at full depth: a run can be stopped. The table is made anew, since its check changes. */
export function copying(database: Database): void {
  database.exec(PLANS);
  database.exec(OUTCOMES);
}

const PLANS = `
alter table copy_plan rename to copy_plan_before;
create table copy_plan (
  id text primary key not null,
  name text not null,
  source_site_id text not null,
  destination_site_id text not null,
  customers text not null check (customers in ('all', 'related')),
  project_ids text not null,
  state text not null check (state in ('saved', 'running', 'finished', 'stopped', 'incomplete')),
  job_id text,
  created_at real not null,
  started_at real,
  finished_at real,
  imported_group_id text,
  version integer not null
) strict;
insert into copy_plan (id, name, source_site_id, destination_site_id, customers, project_ids, state,
    job_id, created_at, started_at, finished_at, imported_group_id, version)
  select id, name, source_site_id, destination_site_id, customers, project_ids, state,
    job_id, created_at, started_at, finished_at, imported_group_id, version
  from copy_plan_before;
drop table copy_plan_before;
`;

/** What was forecast when the run began; of earlier runs only what they came to is known. */
const OUTCOMES = `
alter table copy_outcome add column forecast_attention text not null default '[]';
update copy_outcome set forecast_attention = attention;
`;
