/*
 * What migrating one portal-only customer to an Atlassian account does (S1). The dialog shows this
 * value and the job applies it, so what was promised is what happens.
 */
import { isAccessActive } from './account.ts';
import type { AtlassianAccount, DirectoryUser, SiteAccess } from './account.ts';
import { MINUTE_MS } from './clock.ts';
import { effectiveRole, type Group } from './group.ts';
import type { RequestId } from './ids.ts';
import type { PortalCustomer } from './portal-customer.ts';
import { highestRole, licencesFor, type ProductRole } from './product-role.ts';
import { isAttachedTo, type RequestAttachments } from './request-access.ts';
import { stableHash } from './stable-hash.ts';
import { countOpenable, indexByHolder, viewerOf } from './viewer.ts';

/** The present data that a migration depends on. */
export type MigrationFacts = {
  readonly customer: PortalCustomer;
  /** The Atlassian account with the same e-mail key, wherever it has access. */
  readonly account: AtlassianAccount | undefined;
  readonly directoryUser: DirectoryUser | undefined;
  readonly siteAccess: SiteAccess | undefined;
  /** The account's approved role on this site. */
  readonly role: ProductRole;
  readonly customersGroup: { readonly group: Group; readonly isMember: boolean } | undefined;
  /** Requests of this site attached to the customer or to the account. */
  readonly requests: readonly (RequestAttachments & { readonly id: RequestId })[];
};

export type AccountMigration = {
  /** Merge into an existing account, or create one: new ones must verify their e-mail. */
  readonly createsAccount: boolean;
  readonly reported: readonly RequestId[];
  readonly participating: readonly RequestId[];
  /** The account's approved role on the site; the Customer role comes beside what it has. */
  readonly role: { readonly before: ProductRole; readonly after: ProductRole };
  readonly licencesAdded: number;
  readonly access: { readonly before: number; readonly after: number };
  readonly durationMs: number;
  readonly willFail: 'account-deactivated' | null;
};

/** S1: the process can take up to 10 minutes. Simulated: 2 to 10, the same for the same customer. */
export function migrationDurationMs(customer: Pick<PortalCustomer, 'id'>): number {
  return (2 + (stableHash(customer.id) % 9)) * MINUTE_MS;
}

/** A deactivated Atlassian account cannot take over a profile; no source says so, the simulator refuses. */
export function migrationFailure(
  directoryUser: Pick<DirectoryUser, 'status'> | undefined,
): 'account-deactivated' | null {
  return directoryUser?.status === 'deactivated' ? 'account-deactivated' : null;
}

/** Computes the consequences of migrating a customer, changing nothing. */
export function planMigration(facts: MigrationFacts): AccountMigration {
  const { customer, account, requests } = facts;
  const willFail = migrationFailure(facts.directoryUser);
  const roleAfter = highestRole([
    facts.role,
    facts.customersGroup ? effectiveRole(facts.customersGroup.group) : 'customer',
  ]);
  const before = viewerOf(customer.siteId, {
    portalCustomer: customer,
    account: account && facts.siteAccess ? standing(facts, account, facts.role) : undefined,
  });
  const openBefore = countOpenable(indexByHolder(requests), before);
  return {
    createsAccount: account === undefined,
    reported: requests.filter(({ reporterId }) => reporterId === customer.id).map(({ id }) => id),
    participating: requests
      .filter(({ participantIds }) => participantIds.includes(customer.id))
      .map(({ id }) => id),
    role: { before: facts.role, after: roleAfter },
    licencesAdded: licencesFor(roleAfter) - licencesFor(facts.role),
    access: { before: openBefore, after: willFail ? openBefore : openAfter(facts, roleAfter) },
    durationMs: migrationDurationMs(customer),
    willFail,
  };
}

function openAfter(facts: MigrationFacts, role: ProductRole): number {
  const { customer, account } = facts;
  // A new account's id is not known yet; any id that nothing bears stands in for it.
  const accountId = account?.id ?? '0:new-account';
  const moved = facts.requests.map((request) =>
    isAttachedTo(request, customer.id) ? { ...request, reporterId: accountId } : request,
  );
  const accessActive = isAccessActive(
    facts.directoryUser ?? { status: 'active' },
    facts.siteAccess ?? { status: 'active' },
  );
  const viewer = viewerOf(customer.siteId, {
    portalCustomer: undefined,
    account: { accountId, accessActive, role },
  });
  return countOpenable(indexByHolder(moved), viewer);
}

function standing(facts: MigrationFacts, account: AtlassianAccount, role: ProductRole) {
  return {
    accountId: account.id,
    accessActive: isAccessActive(facts.directoryUser, facts.siteAccess),
    role,
  };
}
