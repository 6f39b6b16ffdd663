import type { AuditQuery, Page } from '#src/application/ports.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import type { Database, SqlRow, SqlValue } from '../database.ts';
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
  const filter = matching(query);
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

/** Entries that one part looks at. */
const PART = 1_000;

/** All of them by place in the order instead of by number, so that the last part costs what the first does. */
export function* auditEntryParts(
  database: Database,
  query: Omit<AuditQuery, 'offset' | 'limit'>,
): Generator<AuditEntry[], void> {
  const filter = matching(query);
  const from = query.from ?? -Infinity;
  // Before every entry stands nothing; the order goes from the newest to the oldest.
  let [at, row]: readonly SqlValue[] = [query.to ?? Number.MAX_SAFE_INTEGER, -1];
  for (;;) {
    const last: SqlRow | undefined = database
      .all(
        `select at, rowid from audit_entry where (at, rowid) < (?, ?)
          order by at desc, rowid desc limit ?`,
        [at ?? null, row ?? null, PART],
      )
      .at(-1);
    if (last === undefined) return;
    const rows = database.all(
      `select ${auditEntryTable.selection()} from audit_entry
        where (at, rowid) < (?, ?) and (at, rowid) >= (?, ?) and ${filter.sql}
        order by at desc, rowid desc`,
      [at ?? null, row ?? null, ...last, ...filter.values],
    );
    yield rows.map((each) => auditEntryTable.decode(each));
    [at, row] = last;
    if (Number(at) < from) return;
  }
}

function matching(query: Omit<AuditQuery, 'offset' | 'limit'>): Filter {
  return allOf([
    concerning(query.organizationId),
    equals('site_id', query.siteId),
    equals('action', query.action),
    equals('actor', query.actor),
    equals('subject_id', query.subjectId),
    when('at >= ?', query.from),
    when('at < ?', query.to),
    contains(query.search, ['search']),
  ]);
}
