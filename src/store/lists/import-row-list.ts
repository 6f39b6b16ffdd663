import type { ImportRowQuery, Page } from '#src/application/ports.ts';
import type { ImportRow } from '#src/domain/import.ts';
import type { Database } from '../database.ts';
import { importRowTable } from '../tables/work-tables.ts';
import { allOf, equals, pageOf } from './filter.ts';

/** Rows of an import as they stand in its files. */
export function importRows(database: Database, query: ImportRowQuery): Page<ImportRow> {
  const filter = allOf([
    equals('import_id', query.importId),
    equals('outcome', query.outcome),
    query.withFindings ? { sql: `findings <> '[]'`, values: [] } : null,
  ]);
  return pageOf(
    database,
    { sql: `select count(*) from import_row where ${filter.sql}`, values: filter.values },
    {
      sql: `select ${importRowTable.selection()} from import_row where ${filter.sql}
        order by file_number, line limit ? offset ?`,
      values: [...filter.values, query.limit, query.offset],
    },
    (row) => importRowTable.decode(row),
  );
}
