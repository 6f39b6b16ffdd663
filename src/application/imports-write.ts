/* Writing an import: every accepted row in one transaction, with progress and one audit entry. */
import type { AtlassianAccount } from '../domain/account.ts';
import type { DomainError } from '../domain/errors.ts';
import { agentsGroupName, customersGroupName, type Group } from '../domain/group.ts';
import type { AccountId, GroupId } from '../domain/ids.ts';
import type { AccountChange, CustomerChange } from '../domain/import-state.ts';
import { roleOfGroupName } from '../domain/import-vocabulary.ts';
import type { ImportSession } from '../domain/import.ts';
import type { Site } from '../domain/organization.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { checkVersion } from './access.ts';
import { recordChange } from './audit.ts';
import { restage, siteOf, type Preview } from './imports-preview.ts';
import { findOpenImport, viewImport, type ImportView } from './imports-view.ts';
import { newPortalOnlyId } from './portal-only-creation.ts';
import type { Context, Tx } from './ports.ts';

/** Changes applied between two reports of progress. */
const SLICE = 100;

/**
 * Writes every row that is new or updated. The rows are evaluated once more: when the site changed
 * so that an outcome differs from the preview, nothing is written, the preview is stored anew and
 * `import.preview-changed` is refused, so that nobody approves what they have not seen.
 */
export function* writeImport(
  tx: Tx,
  input: { readonly importId: string; readonly expectedVersion: number | null },
  context: Context,
): Generator<{ readonly done: number; readonly total: number }, Result<ImportView, DomainError>> {
  const found = findOpenImport(tx, input.importId);
  if (!found.ok) return found;
  const session = found.value;
  const fresh = checkVersion(session, input.expectedVersion);
  if (!fresh.ok) return fresh;
  const preview = restage(tx, session);
  const next: ImportSession = { ...session, version: session.version + 1 };
  if (preview.differing > 0) {
    tx.imports.put(next);
    return err({ code: 'import.preview-changed' });
  }
  if (preview.changes.length === 0) return err({ code: 'import.nothing-to-write' });
  const total = preview.changes.length;
  const writer = new Writer(tx, siteOf(tx, session.siteId), context);
  for (let done = 0; done < total; done += 1) {
    if (done % SLICE === 0) yield { done, total };
    const change = preview.changes[done];
    if (change?.kind === 'portal-only') writer.putCustomer(change);
    if (change?.kind === 'atlassian') writer.putAccount(change);
  }
  yield { done: total, total };
  tx.imports.put({ ...next, state: 'written' });
  return ok(recorded(tx, { ...next, state: 'written' }, preview, context));
}

function recorded(tx: Tx, session: ImportSession, { rows }: Preview, context: Context): ImportView {
  const view = viewImport(tx, session, rows);
  recordChange(tx, context, {
    action: 'import.written',
    siteId: session.siteId,
    subjectId: session.id,
    facts: { files: view.files.length, ...view.counts },
  });
  return view;
}

class Writer {
  private readonly tx: Tx;
  private readonly site: Site;
  private readonly context: Context;
  /** By lower-case name: a site has no two groups that differ in case only. */
  private readonly groups: Map<string, Group>;
  private readonly created = new Map<string, AccountId>();

  constructor(tx: Tx, site: Site, context: Context) {
    this.tx = tx;
    this.site = site;
    this.context = context;
    const groups = tx.groups.where({ siteId: site.id });
    this.groups = new Map(groups.map((group) => [group.name.toLowerCase(), group]));
  }

  putCustomer({ existing, id, createdAt, ...change }: CustomerChange): void {
    const { name, state, lastLoginAt } = change;
    if (existing) {
      const version = existing.version + 1;
      this.tx.portalCustomers.put({ ...existing, name, state, lastLoginAt, version });
      return;
    }
    this.tx.portalCustomers.put({
      id: id ?? newPortalOnlyId(this.context.ids),
      siteId: this.site.id,
      email: change.email,
      emailKey: change.emailKey,
      name,
      state,
      createdAt: createdAt ?? this.context.now,
      lastLoginAt,
      migratedTo: null,
      failure: null,
      passwordSetAt: null,
      version: 1,
    });
  }

  putAccount(change: AccountChange): void {
    const accountId = this.accountOf(change);
    const { organizationId, id: siteId } = this.site;
    if (change.directoryStatus !== null) {
      const addedAt =
        this.tx.directoryUsers.get({ organizationId, accountId })?.addedAt ??
        change.createdAt ??
        this.context.now;
      const status = change.directoryStatus;
      this.tx.directoryUsers.put({ organizationId, accountId, status, addedAt });
    }
    if (change.access !== null) {
      const access = this.tx.siteAccess.get({ siteId, accountId });
      const userKey = access?.userKey ?? `ug:${this.context.ids.uuid()}`;
      this.tx.siteAccess.put({ siteId, accountId, ...change.access, userKey });
    }
    for (const name of change.join) {
      this.tx.memberships.put({ groupId: this.groupNamed(name), accountId });
    }
    for (const name of change.leave) {
      const group = this.groups.get(name.toLowerCase());
      if (group) this.tx.memberships.remove({ groupId: group.id, accountId });
    }
  }

  private accountOf({ existing, id, createdAt, email, emailKey, name }: AccountChange): AccountId {
    const known = existing?.id ?? this.created.get(emailKey);
    if (existing && existing.name !== name) {
      this.tx.accounts.put({ ...existing, name, version: existing.version + 1 });
    }
    if (known) return known;
    const account: AtlassianAccount = {
      id: id ?? `712020:${this.context.ids.uuid()}`,
      email,
      emailKey,
      name,
      emailVerified: true,
      createdAt: createdAt ?? this.context.now,
      version: 1,
    };
    this.tx.accounts.put(account);
    this.created.set(emailKey, account.id);
    return account.id;
  }

  /** The site's group of a name, created with the role that its name stands for. */
  private groupNamed(name: string): GroupId {
    const existing = this.groups.get(name.toLowerCase());
    if (existing) return existing.id;
    const defaults = [customersGroupName(this.site.name), agentsGroupName(this.site.name)];
    const group: Group = {
      id: this.context.ids.next('group'),
      siteId: this.site.id,
      name,
      description: '',
      role: roleOfGroupName(name),
      isDefault: defaults.some((known) => known.toLowerCase() === name.toLowerCase()),
      review: 'none',
      origin: null,
      adminAccess: false,
      adminReview: 'none',
      reviewedAt: null,
      version: 1,
    };
    this.tx.groups.put(group);
    this.groups.set(name.toLowerCase(), group);
    return group.id;
  }
}
