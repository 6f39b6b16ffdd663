import type { OutcomeQuery, Page } from '#src/application/ports.ts';
import type { CopyOutcome } from '#src/domain/copy-plan.ts';
import type { Database } from '../database.ts';
import { copyOutcomeTable } from '../tables/copy-tables.ts';
import { allOf, contains, equals, pageOf } from './filter.ts';

/** Outcomes of a run by position. */
export function outcomes(database: Database, query: OutcomeQuery): Page<CopyOutcome> {
  const filter = allOf([
    equals('plan_id', query.planId),
    equals('action', query.action),
    contains(query.search, ['email_search', 'name_search']),
  ]);
  return pageOf(
    database,
    { sql: `select count(*) from copy_outcome where ${filter.sql}`, values: filter.values },
    {
      sql: `select ${copyOutcomeTable.selection()} from copy_outcome where ${filter.sql}
        order by position limit ? offset ?`,
      values: [...filter.values, query.limit, query.offset],
    },
    (row) => copyOutcomeTable.decode(row),
  );
}
