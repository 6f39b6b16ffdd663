import type { Lists, Queries, Tx } from '#src/application/ports.ts';
import { answersOf, type Answers } from './answers.ts';
import type { Database } from './database.ts';
import { recordsOf, type WriteGate } from './records.ts';
import * as copy from './tables/copy-tables.ts';
import * as directory from './tables/directory-tables.ts';
import * as requests from './tables/request-tables.ts';
import * as servers from './tables/server-tables.ts';
import * as work from './tables/work-tables.ts';

/** What the pipeline sees of a transaction: the use cases' view, and the answers kept beside it. */
export type StoreTx = Tx & Answers;

/** The view of a database that every transaction of a store hands out. */
export function transactionOn(
  database: Database,
  gate: WriteGate,
  lists: Lists,
  queries: Queries,
): StoreTx {
  return {
    workspace: recordsOf(database, work.workspaceTable, gate),
    organizations: recordsOf(database, directory.organizationTable, gate),
    sites: recordsOf(database, directory.siteTable, gate),
    accounts: recordsOf(database, directory.accountTable, gate),
    directoryUsers: recordsOf(database, directory.directoryUserTable, gate),
    siteAccess: recordsOf(database, directory.siteAccessTable, gate),
    groups: recordsOf(database, directory.groupTable, gate),
    memberships: recordsOf(database, directory.membershipTable, gate),
    portalCustomers: recordsOf(database, directory.portalCustomerTable, gate),
    customerAccess: recordsOf(database, directory.customerAccessTable, gate),
    customerOrganizations: recordsOf(database, requests.customerOrganizationTable, gate),
    customerOrganizationMembers: recordsOf(
      database,
      requests.customerOrganizationMemberTable,
      gate,
    ),
    customerOrganizationProjects: recordsOf(
      database,
      requests.customerOrganizationProjectTable,
      gate,
    ),
    serviceProjects: recordsOf(database, requests.serviceProjectTable, gate),
    requests: recordsOf(database, requests.requestTable, gate),
    requestParticipants: recordsOf(database, requests.requestParticipantTable, gate),
    projectReferences: recordsOf(database, requests.projectReferenceTable, gate),
    copyPlans: recordsOf(database, copy.copyPlanTable, gate),
    copyOutcomes: recordsOf(database, copy.copyOutcomeTable, gate),
    copyLinks: recordsOf(database, copy.copyLinkTable, gate),
    attentionRows: recordsOf(database, copy.attentionRowTable, gate),
    servers: recordsOf(database, servers.serverTable, gate),
    serverDirectories: recordsOf(database, servers.serverDirectoryTable, gate),
    serverUsers: recordsOf(database, servers.serverUserTable, gate),
    serverGroups: recordsOf(database, servers.serverGroupTable, gate),
    serverMemberships: recordsOf(database, servers.serverMembershipTable, gate),
    migratingPeople: recordsOf(database, servers.migratingPersonTable, gate),
    serverFixes: recordsOf(database, servers.serverFixesTable, gate),
    serverFixRows: recordsOf(database, servers.serverFixRowTable, gate),
    serverCheckResults: recordsOf(database, servers.serverCheckResultTable, gate),
    imports: recordsOf(database, work.importTable, gate),
    importFiles: recordsOf(database, work.importFileTable, gate),
    importRows: recordsOf(database, work.importRowTable, gate),
    jobs: recordsOf(database, work.jobTable, gate),
    jobItems: recordsOf(database, work.jobItemTable, gate),
    messages: recordsOf(database, work.messageTable, gate),
    auditEntries: recordsOf(database, work.auditEntryTable, gate),
    lists,
    queries,
    ...answersOf(database, gate),
  };
}
