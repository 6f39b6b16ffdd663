/* Writes the changes of an import into a site: accounts, access, and groups that do not exist yet. */
import type { AtlassianAccount } from '../domain/account.ts';
import { agentsGroupName, customersGroupName, type Group } from '../domain/group.ts';
import type { AccountId, GroupId } from '../domain/ids.ts';
import type { AccountChange, CustomerChange } from '../domain/import-state.ts';
import { roleOfGroupName } from '../domain/import-vocabulary.ts';
import type { Site } from '../domain/organization.ts';
import { newPortalOnlyId } from './portal-only-creation.ts';
import type { Context, Tx } from './ports.ts';

export class SiteWriter {
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
