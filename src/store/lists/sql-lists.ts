/*
 * Searched, filtered, sorted and paged reads, straight from the tables. Everything outside of the
 * store knows only the port `Lists`. Some are answered from memory instead (`read-model/`); these
 * here say what is right, and answer while a site is not in memory.
 */
import type { Lists } from '#src/application/ports.ts';
import type { Database } from '../database.ts';
import {
  groupCandidates,
  groupMembers,
  organizationAccounts,
  siteAccounts,
} from './account-lists.ts';
import { auditEntries, auditEntryParts } from './audit-list.ts';
import { duplicates } from './duplicate-list.ts';
import { groups } from './group-list.ts';
import { importRows } from './import-row-list.ts';
import { messages } from './message-list.ts';
import { outcomes } from './outcome-list.ts';
import { portalCustomers } from './portal-customer-list.ts';

/** The lists of a database. */
export function sqlLists(database: Database): Lists {
  return {
    portalCustomers: (query) => portalCustomers(database, query),
    accounts: (query) =>
      query.siteId === null
        ? organizationAccounts(database, query)
        : siteAccounts(database, query, query.siteId),
    groups: (query) => groups(database, query),
    groupMembers: (query) => groupMembers(database, query),
    groupCandidates: (query) => groupCandidates(database, query),
    outcomes: (query) => outcomes(database, query),
    importRows: (query) => importRows(database, query),
    duplicates: (query) => duplicates(database, query),
    messages: (query) => messages(database, query),
    auditEntries: (query) => auditEntries(database, query),
    auditEntryParts: (query) => auditEntryParts(database, query),
  };
}
