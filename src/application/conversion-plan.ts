/* Everything that a conversion depends on, read from the store, with the names that explain it. */
import {
  domainOf,
  planConversion,
  type AccountConversion,
  type ConversionFacts,
} from '../domain/account-conversion.ts';
import type { AtlassianAccount } from '../domain/account.ts';
import type { DomainError } from '../domain/errors.ts';
import { effectiveRole, type Group } from '../domain/group.ts';
import type { AccountId, PortalCustomerId, SiteId } from '../domain/ids.ts';
import { isManagedBy, type Site } from '../domain/organization.ts';
import { ok, type Result } from '../domain/result.ts';
import { notFound, type Place } from './access.ts';
import { settingsOf } from './newcomers.ts';
import type { Tx } from './ports.ts';
import { getWorkspace } from './workspace.ts';

/** A conversion with the names that explain it. */
export type ConversionPlan = AccountConversion & {
  readonly facts: ConversionFacts;
  readonly place: Place;
  readonly domain: string;
  readonly otherSites: readonly Site[];
  /** Groups of this site that the account leaves; portal-only accounts are in none (domain.md 1.1). */
  readonly groups: readonly Group[];
  /** Those of them that make it an agent. */
  readonly agentGroups: readonly string[];
  readonly customerOrganizations: readonly string[];
  /** Requests of other sites that stay with the Atlassian account. */
  readonly requestsElsewhere: number;
};

/** An account that this organization knows: by its directory or by access to the site. */
export function knownAccount(
  tx: Tx,
  { site, organization }: Place,
  id: string,
): Result<AtlassianAccount, DomainError> {
  const accountId = id as AccountId;
  const account = tx.accounts.get({ id: accountId });
  const isKnown =
    tx.directoryUsers.get({ organizationId: organization.id, accountId }) !== undefined ||
    tx.siteAccess.get({ siteId: site.id, accountId }) !== undefined;
  return account && isKnown ? ok(account) : notFound('account', id);
}

/** What converting the account would do on the site, by the present data. */
export function planFor(tx: Tx, place: Place, account: AtlassianAccount): ConversionPlan {
  const { site, organization } = place;
  const accountId = account.id;
  const key = { siteId: site.id, accountId };
  const otherSites = tx.siteAccess
    .where({ accountId })
    .filter(({ siteId }) => siteId !== site.id)
    .flatMap(({ siteId }) => tx.sites.get({ id: siteId }) ?? []);
  const groups = tx.queries.groupsOf(site.id, accountId);
  const profile = tx.queries.portalCustomerByEmail(site.id, account.emailKey);
  const facts: ConversionFacts = {
    siteId: site.id,
    account,
    directoryUser: tx.directoryUsers.get({ organizationId: organization.id, accountId }),
    siteAccess: tx.siteAccess.get(key),
    role: tx.queries.roleOn(site.id, accountId),
    otherSites: otherSites.length,
    isManaged: isManagedBy(organization, account.emailKey),
    profile,
    settings: settingsOf(tx, site.id),
    isStrict: getWorkspace(tx).strict,
    requests: requestsOf(tx, site.id, accountId, profile?.id),
  };
  return {
    ...planConversion(facts),
    facts,
    place,
    domain: domainOf(account.email),
    otherSites,
    groups,
    agentGroups: groups.filter((group) => effectiveRole(group) === 'agent').map(({ name }) => name),
    customerOrganizations: tx.queries
      .customerOrganizationsOf(site.id, accountId)
      .map(({ name }) => name),
    requestsElsewhere: tx.sites
      .where({})
      .filter(({ id }) => id !== site.id)
      .reduce((sum, { id }) => sum + tx.queries.attachedRequests(id, accountId).length, 0),
  };
}

function requestsOf(
  tx: Tx,
  siteId: SiteId,
  accountId: AccountId,
  customerId: PortalCustomerId | undefined,
) {
  const own = tx.queries.attachedRequests(siteId, accountId);
  if (!customerId) return own;
  const known = new Set(own.map(({ id }) => id));
  const others = tx.queries.attachedRequests(siteId, customerId);
  return [...own, ...others.filter(({ id }) => !known.has(id))];
}
