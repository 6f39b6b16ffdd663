/* Questions about copies and jobs: what is open, how many of each, what comes next. */
import type { Queries } from '#src/application/ports.ts';
import type { CopyFlow } from '#src/domain/copy-flow.ts';
import type { OutcomeAction } from '#src/domain/copy-plan.ts';
import type { Database } from '../database.ts';
import { attentionRowTable } from '../tables/copy-tables.ts';
import { jobTable } from '../tables/work-tables.ts';

type WorkQueries = Pick<
  Queries,
  'openAttention' | 'outcomeCounts' | 'outcomeFlows' | 'nextJobEvent'
>;

/**
 * Whether the address of a noted row holds both account types on the destination: a portal-only
 * account that is active, migrating or revoked (`countsAsPortalOnly`), and an Atlassian account
 * with access, suspended or not (design, section 2, Copying). That it is not deleted leads SQLite to
 * the index of such.
 */
const HOLDS_BOTH = `exists (
    select 1 from portal_customer
    where portal_customer.site_id = noted.site_id and portal_customer.email_key = noted.email_key
      and portal_customer.state in ('active', 'migrating', 'revoked')
      and portal_customer.state <> 'deleted'
  ) and exists (
    select 1 from account
    join site_access on site_access.account_id = account.id
    where account.email_key = noted.email_key and site_access.site_id = noted.site_id
  )`;

export function workQueries(database: Database): WorkQueries {
  return {
    openAttention(planId) {
      const rows = database.all(
        `select ${attentionRowTable.selection('noted')} from attention_row as noted
          left join user_group on user_group.id = noted.group_id
          where noted.plan_id = ? and case noted.problem
            when 'review-group' then user_group.review is not 'approved'
            else ${HOLDS_BOTH} end
          order by noted.email_key, noted.problem`,
        [planId],
      );
      return rows.map((row) => attentionRowTable.decode(row));
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

    outcomeFlows(planId) {
      const rows = database.all(
        `select source_holding, action, after_holding, count(*) from copy_outcome where plan_id = ?
          group by 1, 2, 3 order by source_holding || ' ' || action || ' ' || after_holding`,
        [planId],
      );
      return rows.map(([sourceHolding, action, afterHolding, count]) => ({
        sourceHolding: sourceHolding as CopyFlow['sourceHolding'],
        action: action as CopyFlow['action'],
        afterHolding: afterHolding as CopyFlow['afterHolding'],
        count: Number(count),
      }));
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
