/* Everything that a store's workspace holds, as plain records in key order. */
import type { Records, Tx } from '#src/application/ports.ts';
import type { Store } from '#src/store/store.ts';

type RecordSet = Exclude<keyof Tx, 'lists' | 'queries'>;

/** The records of every set, by its name. */
export type StoreDump = {
  readonly [Name in RecordSet]: Tx[Name] extends Records<infer R, infer _K> ? readonly R[] : never;
};

const SETS: Readonly<Record<RecordSet, true>> = {
  workspace: true,
  organizations: true,
  sites: true,
  accounts: true,
  directoryUsers: true,
  siteAccess: true,
  groups: true,
  memberships: true,
  portalCustomers: true,
  customerAccess: true,
  customerOrganizations: true,
  customerOrganizationMembers: true,
  customerOrganizationProjects: true,
  serviceProjects: true,
  requests: true,
  requestParticipants: true,
  projectReferences: true,
  copyPlans: true,
  copyOutcomes: true,
  copyLinks: true,
  attentionRows: true,
  servers: true,
  serverDirectories: true,
  serverUsers: true,
  serverGroups: true,
  serverMemberships: true,
  migratingPeople: true,
  serverFixes: true,
  serverFixRows: true,
  serverCheckResults: true,
  imports: true,
  importFiles: true,
  importRows: true,
  jobs: true,
  jobItems: true,
  messages: true,
  auditEntries: true,
};

/** Reads everything in one transaction. */
export function dumpOf(store: Store): StoreDump {
  return store.read((tx) => {
    const dump = Object.keys(SETS).map((name) => [name, tx[name as RecordSet].where({})]);
    return Object.fromEntries(dump) as StoreDump;
  });
}
