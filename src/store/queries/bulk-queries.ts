/* Questions of bulk steps: whom a selection means, and what has become of a job's items. */
import type { Queries } from '#src/application/ports.ts';
import type { SelectedCustomer } from '#src/domain/bulk.ts';
import type { JobItem } from '#src/domain/job.ts';
import type { Database, SqlRow } from '../database.ts';
import { allOf, equals } from '../lists/filter.ts';
import { listedPortalCustomers } from '../lists/portal-customer-list.ts';
import { rowsAt } from '../lists/rows-at.ts';
import { jobItemTable } from '../tables/work-tables.ts';

type BulkQueries = Pick<Queries, 'selectedPortalCustomers' | 'jobItemCounts' | 'jobItems'>;

export function bulkQueries(database: Database): BulkQueries {
  return {
    selectedPortalCustomers(siteId, selection) {
      const isFilter = selection.by === 'filter';
      const listed = listedPortalCustomers({
        siteId,
        state: isFilter ? selection.state : null,
        search: isFilter ? selection.search : '',
      });
      const filter = isFilter
        ? listed
        : allOf([
            listed,
            {
              sql: 'id in (select value from json_each(?))',
              values: [JSON.stringify(selection.ids)],
            },
          ]);
      const rows = database.all(
        `${SELECTED}
          where customer.rowid in (select rowid from portal_customer where ${filter.sql})
          order by customer.name_search, customer.id`,
        filter.values,
      );
      return rows.map(decodeSelected);
    },

    jobItemCounts(jobId) {
      const counts: Record<JobItem['state'], number> = { waiting: 0, done: 0, failed: 0 };
      const rows = database.all(
        'select state, count(*) from job_item where job_id = ? group by state',
        [jobId],
      );
      for (const [state, count] of rows) counts[state as JobItem['state']] = Number(count);
      return counts;
    },

    jobItems(jobId, { state, offset, limit }) {
      const filter = allOf([equals('job_id', jobId), equals('state', state)]);
      const rows = database.all(
        `select ${jobItemTable.selection()} from job_item where ${filter.sql}
          order by position limit ? offset ?`,
        [...filter.values, limit, offset],
      );
      return rows.map((row) => jobItemTable.decode(row));
    },
  };
}

const SELECTED = `select customer.id, customer.email, customer.name, customer.state,
    case when account.id is null then 'none'
      when entry.status = 'deactivated' then 'deactivated' else 'existing' end,
    (select count(*) from request where reporter_id = customer.id), customer.rowid
  from portal_customer as customer
  left join site on site.id = customer.site_id
  left join account on account.email_key = customer.email_key
  left join directory_user as entry on entry.account_id = account.id
    and entry.organization_id = site.organization_id`;

/** The customers of these row numbers as a selection means them, in their order. */
export function selectedCustomersAt(
  database: Database,
  rowNumbers: readonly number[],
): SelectedCustomer[] {
  const sql = `${SELECTED} where customer.rowid in (select value from json_each(?))`;
  return rowsAt(database, { sql, values: [] }, rowNumbers, decodeSelected);
}

function decodeSelected([id, email, name, state, account, requests]: SqlRow): SelectedCustomer {
  // The SQL above gives no other words.
  return { id, email, name, state, account, requests: Number(requests) } as SelectedCustomer;
}
