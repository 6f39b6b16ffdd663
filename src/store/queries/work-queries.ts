/* Questions about copies, imports and jobs: what is open, how many of each, what comes next. */
import type { Queries } from '#src/application/ports.ts';
import type { OutcomeAction } from '#src/domain/copy-plan.ts';
import type { ImportOutcome } from '#src/domain/import.ts';
import type { Database } from '../database.ts';
import { attentionRowTable } from '../tables/copy-tables.ts';
import { jobTable } from '../tables/work-tables.ts';
import { holdsBoth } from './people-queries.ts';

type WorkQueries = Pick<
  Queries,
  'openAttention' | 'importCounts' | 'outcomeCounts' | 'nextJobEvent'
>;

export function workQueries(database: Database): WorkQueries {
  return {
    openAttention(planId) {
      const rows = database.all(
        `select ${attentionRowTable.selection('noted')} from attention_row as noted
          left join user_group on user_group.id = noted.group_id
          where noted.plan_id = ? and case noted.problem
            when 'review-group' then user_group.review is not 'approved'
            else ${holdsBoth('noted.site_id', 'noted.email_key')} end
          order by noted.email_key, noted.problem`,
        [planId],
      );
      return rows.map((row) => attentionRowTable.decode(row));
    },

    importCounts(importId) {
      const counts = { new: 0, updated: 0, unchanged: 0, refused: 0 };
      const rows = database.all(
        'select outcome, count(*) from import_row where import_id = ? group by outcome',
        [importId],
      );
      for (const [outcome, count] of rows) counts[outcome as ImportOutcome] = Number(count);
      return counts;
    },

    outcomeCounts(planId) {
      const counts: Partial<Record<OutcomeAction, number>> = {};
      const rows = database.all(
        'select action, count(*) from copy_outcome where plan_id = ? group by action order by action',
        [planId],
      );
      for (const [action, count] of rows) counts[action as OutcomeAction] = Number(count);
      return counts;
    },

    nextJobEvent() {
      const row = database.get(
        `select ${jobTable.selection()} from job where state = 'running'
          order by ends_at, id limit 1`,
      );
      return row && jobTable.decode(row);
    },
  };
}
