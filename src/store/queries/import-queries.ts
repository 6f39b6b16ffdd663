/* Questions about imports, each short enough that a long one can be asked in slices. */
import type { Queries } from '#src/application/ports.ts';
import type { ImportOutcome } from '#src/domain/import.ts';
import type { Database } from '../database.ts';
import { importRowTable } from '../tables/work-tables.ts';

type ImportQueries = Pick<
  Queries,
  'importRowsAfter' | 'importTallies' | 'customerAddressesAfter' | 'accountAddressesAfter'
>;

/** Findings are JSON that only the store writes; inside a text of theirs every quote has a backslash. */
const WARNING = `'"severity":"warning"'`;

export function importQueries(database: Database): ImportQueries {
  return {
    importRowsAfter: ({ importId, number }, line, limit) =>
      database
        .all(
          `select ${importRowTable.selection()} from import_row
            where import_id = ? and file_number = ? and line > ? order by line limit ?`,
          [importId, number, line, limit],
        )
        .map((row) => importRowTable.decode(row)),

    importTallies(importId) {
      const rows = database.all(
        `select file_number, outcome, count(*) from import_row
          where import_id = ? group by outcome, file_number`,
        [importId],
      );
      const warnings = database.all(
        `select file_number,
            sum((length(findings) - length(replace(findings, ${WARNING}, ''))) / length(${WARNING}))
          from import_row where import_id = ? and findings <> '[]' group by file_number`,
        [importId],
      );
      return {
        rows: rows.map(([fileNumber, outcome, count]) => ({
          fileNumber: Number(fileNumber),
          // The column's check allows no other words.
          outcome: outcome as ImportOutcome,
          count: Number(count),
        })),
        warnings: warnings.map(([fileNumber, count]) => ({
          fileNumber: Number(fileNumber),
          count: Number(count),
        })),
      };
    },

    customerAddressesAfter(siteId, id, limit) {
      const rows = database.all(
        `select id, email, email_key, site_id = ? and state <> 'deleted' from portal_customer
          where id > ? order by id limit ?`,
        [siteId, id, limit],
      );
      return rows.map(([next, email, key, isThere]) => ({
        id: String(next),
        email: String(email),
        emailKey: String(key),
        isThere: isThere === 1,
      }));
    },

    accountAddressesAfter(siteId, id, limit) {
      const rows = database.all(
        `select account.id, account.email, account.email_key from site_access
          join account on account.id = site_access.account_id
          where site_access.site_id = ? and site_access.account_id > ?
          order by site_access.account_id limit ?`,
        [siteId, id, limit],
      );
      return rows.map(([next, email, key]) => ({
        id: String(next),
        email: String(email),
        emailKey: String(key),
      }));
    },
  };
}
