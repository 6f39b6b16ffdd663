import type { Database } from '../database.ts';

/** What several tabs need: a stale edit of a customer organization is told by its version. */
export function scale(database: Database): void {
  database.exec(VERSIONS);
  database.exec(CUSTOMERS_BY_NAME);
  database.exec(IMPORT_ROWS);
}

const VERSIONS = `
alter table customer_organization add column version integer not null default 1;
`;

/**
 * The first pages of a large site come straight from an index in the list's order, and so do its
 * counts. Looking up an address asks for either living or deleted profiles, so that no index of all
 * is needed.
 */
const CUSTOMERS_BY_NAME = `
drop index portal_customer_by_site;
create index portal_customer_by_name on portal_customer (site_id, name_search);
create index portal_customer_deleted on portal_customer (site_id, email_key)
  where state = 'deleted';
create index portal_customer_migrated on portal_customer (site_id) where state = 'migrated';
`;

/** The rows of a large import by outcome, and those with something to say, without looking at all of them. */
const IMPORT_ROWS = `
create index import_row_by_outcome on import_row (import_id, outcome);
create index import_row_with_findings on import_row (import_id) where findings <> '[]';
`;
