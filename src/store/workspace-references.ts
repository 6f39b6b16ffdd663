/*
 * Which records of a workspace point to which: what a workspace file from outside must keep, since
 * everything that reads records takes for granted that what they point to is there.
 */
import { FORMER_USER } from '#src/domain/ids.ts';
import type { Database } from './database.ts';

/** A column and the tables of which one must hold its value as `id`; empty cells point to nothing. */
type Reference = readonly [table: string, column: string, targets: readonly string[]];

/** Where customers, projects and requests are at home. */
const PLACE = ['site', 'server'];
const HOLDER = ['portal_customer', 'account', 'server_user'];

const REFERENCES: readonly Reference[] = [
  ['site', 'organization_id', ['organization']],
  ['directory_user', 'organization_id', ['organization']],
  ['directory_user', 'account_id', ['account']],
  ['site_access', 'site_id', ['site']],
  ['site_access', 'account_id', ['account']],
  ['user_group', 'site_id', ['site']],
  ['membership', 'group_id', ['user_group']],
  ['membership', 'account_id', ['account']],
  ['portal_customer', 'site_id', ['site']],
  ['portal_customer', 'migrated_to', ['account']],
  ['customer_access', 'site_id', ['site']],
  ['customer_organization', 'site_id', PLACE],
  ['customer_organization_member', 'customer_organization_id', ['customer_organization']],
  ['customer_organization_member', 'holder_id', HOLDER],
  ['customer_organization_project', 'customer_organization_id', ['customer_organization']],
  ['customer_organization_project', 'project_id', ['service_project']],
  ['service_project', 'site_id', PLACE],
  ['request', 'site_id', PLACE],
  ['request', 'project_id', ['service_project']],
  ['request', 'reporter_id', HOLDER],
  ['request', 'customer_organization_id', ['customer_organization']],
  ['request_participant', 'request_id', ['request']],
  ['request_participant', 'holder_id', HOLDER],
  ['project_reference', 'project_id', ['service_project']],
  ['project_reference', 'request_id', ['request']],
  ['project_reference', 'subject_id', [...HOLDER, 'user_group', 'server_group']],
  ['copy_plan', 'source_place_id', PLACE],
  ['copy_plan', 'destination_site_id', ['site']],
  ['copy_outcome', 'plan_id', ['copy_plan']],
  ['attention_row', 'plan_id', ['copy_plan']],
  ['attention_row', 'site_id', ['site']],
  ['server_directory', 'server_id', ['server']],
  ['server_user', 'server_id', ['server']],
  ['server_user', 'directory_id', ['server_directory']],
  ['server_group', 'server_id', ['server']],
  ['server_membership', 'group_id', ['server_group']],
  ['server_membership', 'user_id', ['server_user']],
  ['server_fixes', 'server_id', ['server']],
  ['server_fix_row', 'server_id', ['server']],
  ['migrating_person', 'plan_id', ['copy_plan']],
  ['server_check_result', 'plan_id', ['copy_plan']],
  ['import_session', 'site_id', PLACE],
  ['import_file', 'import_id', ['import_session']],
  ['import_row', 'import_id', ['import_session']],
  ['job_item', 'job_id', ['job']],
];

/** The first column whose records point to nothing, as "table.column"; undefined when there is none. */
export function brokenReference(database: Database): string | undefined {
  const broken = REFERENCES.find(([table, column, targets]) => {
    const missing = targets.map(
      (target) => `not exists (select 1 from ${target} t where t.id = r."${column}")`,
    );
    // Former user is a holder without a record.
    return database.get(
      `select 1 from ${table} r where r."${column}" is not null and r."${column}" <> ?
        and ${missing.join(' and ')} limit 1`,
      [FORMER_USER],
    );
  });
  return broken && `${broken[0]}.${broken[1]}`;
}
