/*
 * What a saved workspace file says, told so that two workspaces with the same history are equal:
 * records go by what people call them, not by ids that chance made, and without instants.
 */
import { openStore } from '#src/store/open-store.ts';
import type { Store } from '#src/store/store.ts';
import { violations } from './invariants.ts';
import { dumpOf, type StoreDump } from './store-dump.ts';

export type WorkspaceFacts = {
  /** Every record of every set, as sorted text. */
  readonly records: Readonly<Record<string, readonly string[]>>;
  /** Violated invariants; none is good. */
  readonly violations: readonly string[];
};

/** Reads a workspace file as facts. */
export function readWorkspaceFile(bytes: Uint8Array): Promise<WorkspaceFacts> {
  return withWorkspaceFile(bytes, (store) => ({
    records: recordsOf(dumpOf(store)),
    violations: store.read(violations),
  }));
}

/** Opens a workspace file with the store's own code, in memory, as long as it is looked at. */
export async function withWorkspaceFile<T>(
  bytes: Uint8Array,
  look: (store: Store) => T,
): Promise<T> {
  const store = await openStore({ place: 'memory' });
  try {
    const read = store.importFile(bytes);
    if (!read.ok) throw new Error(`The workspace file cannot be read: ${read.error.code}`);
    return look(store);
  } finally {
    store.close();
  }
}

function recordsOf({ workspace: _clock, ...all }: StoreDump): WorkspaceFacts['records'] {
  // How often somebody paused is no part of the history.
  const auditEntries = all.auditEntries.filter(({ action }) => action !== 'clock.changed');
  const sets = { ...all, auditEntries };
  const names = namesIn(sets);
  return Object.fromEntries(
    Object.entries(sets).map(([set, records]) => [
      set,
      records.map((record) => JSON.stringify(told(record, names))).toSorted(),
    ]),
  );
}

/** What records are called where their ids stand. */
function namesIn(sets: Omit<StoreDump, 'workspace'>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, siteId, emailKey } of sets.portalCustomers) {
    names.set(id, `portal-only ${emailKey} of ${siteId}`);
  }
  for (const { id, emailKey } of sets.accounts) names.set(id, `account ${emailKey}`);
  for (const { id, siteId, name } of sets.groups) names.set(id, `group ${name} of ${siteId}`);
  for (const { id, siteId, name } of sets.customerOrganizations) {
    names.set(id, `customer organization ${name} of ${siteId}`);
  }
  for (const { id, siteId, key } of sets.requests) names.set(id, `request ${key} of ${siteId}`);
  for (const { id, name } of sets.serviceProjects) names.set(id, `service project ${name}`);
  for (const { id, name } of sets.copyPlans) names.set(id, `copy plan ${name}`);
  for (const { id, kind, subjectId } of sets.jobs) {
    names.set(id, `${kind} of ${names.get(subjectId) ?? subjectId}`);
  }
  return names;
}

const UUID = /[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g;

function told(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value.replace(UUID, '*');
  if (Array.isArray(value)) return value.map((each) => told(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !/^at$|At$/.test(key));
  return Object.fromEntries(entries.map(([key, each]) => [key, told(each, names)]));
}
