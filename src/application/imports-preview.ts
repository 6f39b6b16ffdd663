/* The preview of an import: its rows evaluated against the site or server as it is now. */
import { isServerId, type SiteId } from '../domain/ids.ts';
import { evaluateImport, type FileWithRows } from '../domain/import-evaluation.ts';
import { evaluateServerImport } from '../domain/import-server-evaluation.ts';
import type { ServerUserChange } from '../domain/import-server-people.ts';
import type { ImportChange, ImportState } from '../domain/import-state.ts';
import type { ImportNote, ImportRow, ImportSession } from '../domain/import.ts';
import type { Site } from '../domain/organization.ts';
import type { Tx } from './ports.ts';

/** What writing would do. */
type Evaluated = {
  readonly rows: readonly ImportRow[];
  readonly changes: readonly (ImportChange | ServerUserChange)[];
  readonly notes: readonly ImportNote[];
};

export type Preview = Evaluated & {
  /** Rows whose outcome is another than the stored preview showed. */
  readonly differing: number;
};

/**
 * Evaluates every row anew and stores what differs from the preview so far. `added` are rows of
 * the last file that are not stored yet.
 */
export function restage(tx: Tx, session: ImportSession, added: readonly ImportRow[] = []): Preview {
  const stored = tx.importRows.where({ importId: session.id });
  const before = [...stored, ...added];
  const files = tx.importFiles.where({ importId: session.id }).map((file) => ({
    file,
    rows: before.filter(({ fileNumber }) => fileNumber === file.number),
  }));
  const { rows, changes, notes } = evaluate(tx, session, files);
  let differing = 0;
  rows.forEach((row, index) => {
    const old = before[index];
    if (old && old.outcome !== row.outcome) differing += 1;
    if (!old || index >= stored.length || !isSame(old, row)) tx.importRows.put(row);
  });
  return { rows, changes, notes, differing };
}

function evaluate(tx: Tx, { siteId }: ImportSession, files: readonly FileWithRows[]): Evaluated {
  if (!isServerId(siteId)) return { ...evaluateImport(files, importState(tx, siteId)), notes: [] };
  return evaluateServerImport(files, {
    directories: tx.serverDirectories.where({ serverId: siteId }),
    users: tx.serverUsers.where({ serverId: siteId }),
  });
}

function isSame(one: ImportRow, other: ImportRow): boolean {
  return (
    one.outcome === other.outcome &&
    one.emailKey === other.emailKey &&
    JSON.stringify(one.findings) === JSON.stringify(other.findings)
  );
}

/** The site of an import. */
export function siteOf(tx: Tx, siteId: SiteId): Site {
  const site = tx.sites.get({ id: siteId });
  if (!site) throw new Error(`An import points to the unknown site ${siteId}`);
  return site;
}

/** Reads once what all rows are evaluated against. */
function importState(tx: Tx, siteId: SiteId): ImportState {
  const { name: siteName, organizationId } = siteOf(tx, siteId);
  const customers = tx.portalCustomers.where({ siteId }).filter(({ state }) => state !== 'deleted');
  const accounts = tx.accounts.where({});
  return {
    siteName,
    customers: new Map(customers.map((customer) => [customer.emailKey, customer])),
    customersById: new Map(customers.map((customer) => [customer.id, customer])),
    isCustomerIdTaken: (id) => tx.queries.portalCustomerIdTaken(id),
    accounts: new Map(accounts.map((account) => [account.emailKey, account])),
    accountsById: new Map(accounts.map((account) => [account.id, account])),
    directoryUsers: byAccount(tx.directoryUsers.where({ organizationId })),
    siteAccess: byAccount(tx.siteAccess.where({ siteId })),
    groupNames: groupNames(tx, siteId),
  };
}

function byAccount<R extends { readonly accountId: string }>(records: readonly R[]) {
  return new Map<string, R>(records.map((record) => [record.accountId, record]));
}

function groupNames(tx: Tx, siteId: SiteId): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const group of tx.groups.where({ siteId })) {
    for (const { accountId } of tx.memberships.where({ groupId: group.id })) {
      const joined = names.get(accountId) ?? new Set();
      joined.add(group.name.toLowerCase());
      names.set(accountId, joined);
    }
  }
  return names;
}
