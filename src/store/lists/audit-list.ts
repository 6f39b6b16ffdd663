import type { AuditQuery, Page } from '#src/application/ports.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import type { Database, SqlValue } from '../database.ts';
import { auditEntryTable } from '../tables/work-tables.ts';
import { allOf, contains, equals, pageOf, type Filter } from './filter.ts';

/** An entry belongs to an organization by name, by one of its sites, or because it is about the whole workspace. */
function concerning(organizationId: string): Filter {
  return {
    sql: `(organization_id = ?
      or site_id in (select id from site where organization_id = ?)
      or (organization_id is null and site_id is null))`,
    values: [organizationId, organizationId],
  };
}

function when(condition: string, value: SqlValue): Filter | null {
  return value === null ? null : { sql: condition, values: [value] };
}

/**
 * Changes, the newest first. Many are written in the same instant, and their ids are random: the
 * order of insertion decides between them.
 */
export function auditEntries(database: Database, query: AuditQuery): Page<AuditEntry> {
  const filter = allOf([
    concerning(query.organizationId),
    equals('site_id', query.siteId),
    equals('action', query.action),
    equals('actor', query.actor),
    equals('subject_id', query.subjectId),
    when('at >= ?', query.from),
    when('at < ?', query.to),
    contains(query.search, ['search']),
  ]);
  return pageOf(
    database,
    { sql: `select count(*) from audit_entry where ${filter.sql}`, values: filter.values },
    {
      sql: `select ${auditEntryTable.selection()} from audit_entry where ${filter.sql}
        order by at desc, rowid desc limit ? offset ?`,
      values: [...filter.values, query.limit, query.offset],
    },
    (row) => auditEntryTable.decode(row),
  );
}
