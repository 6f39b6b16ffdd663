/*
 * The way back that the real product does not have (S3): making an Atlassian account a portal-only
 * account of one site. The dialog shows this value and the use case applies it, so what was
 * promised is what happens.
 */
import { isAccessActive } from './account.ts';
import type { AtlassianAccount, DirectoryUser, SiteAccess } from './account.ts';
import type { CustomerAccessSettings } from './customer-access-settings.ts';
import type { PortalCustomerId, RequestId, SiteId } from './ids.ts';
import { decideNewcomer } from './newcomer.ts';
import { nextState, type PortalCustomer } from './portal-customer.ts';
import type { ProductRole } from './product-role.ts';
import type { RequestAttachments } from './request-access.ts';
import { countOpenable, indexByHolder, viewerOf } from './viewer.ts';

/** Every reason against a conversion, in the order in which a screen lists them. */
const CONVERSION_BARS = [
  'strict-mode',
  'no-site-access',
  'deactivated',
  'managed-domain',
  'other-site-access',
  'agent-role',
  'portal-only-exists',
  'portal-only-not-allowed',
] as const;

export type ConversionBar = (typeof CONVERSION_BARS)[number];

/** Which rule of Customer access gives an address no portal-only account (domain.md 3.4). */
type NotAllowedBecause =
  'approved-domain' | 'portal-only-off' | 'domain-not-listed' | 'invalid-email';

/** The present data that a conversion depends on. */
export type ConversionFacts = {
  readonly siteId: SiteId;
  readonly account: AtlassianAccount;
  readonly directoryUser: Pick<DirectoryUser, 'status'> | undefined;
  readonly siteAccess: Pick<SiteAccess, 'status'> | undefined;
  /** The account's approved role on this site. */
  readonly role: ProductRole;
  /** How many other sites, of any organization, the account has access to, suspended or not. */
  readonly otherSites: number;
  /** The address belongs to a domain that the organization has claimed. */
  readonly isManaged: boolean;
  /** The portal-only profile of the address on this site that is not deleted. */
  readonly profile: PortalCustomer | undefined;
  readonly settings: CustomerAccessSettings;
  readonly isStrict: boolean;
  /** Requests of this site attached to the account or to that profile. */
  readonly requests: readonly (RequestAttachments & { readonly id: RequestId })[];
};

export type AccountConversion = {
  /** Why not; empty when the account can be converted. */
  readonly bars: readonly ConversionBar[];
  readonly notAllowedBecause: NotAllowedBecause | null;
  /** The state in which the portal-only account begins: whoever was locked out stays so. */
  readonly state: 'active' | 'revoked';
  readonly reported: readonly RequestId[];
  readonly participating: readonly RequestId[];
  /** An earlier, inactive profile of the address has to make room; it never becomes active again (S1). */
  readonly replacesInactive: boolean;
  /** A password has to be set: nobody else can log the person in. */
  readonly needsPassword: boolean;
  /** Requests of this site that the person can open. */
  readonly access: { readonly before: number; readonly after: number };
};

/** Computes whether an account can become portal-only and what that does, changing nothing. */
export function planConversion(facts: ConversionFacts): AccountConversion {
  const { account, requests } = facts;
  const bars = conversionBars(facts);
  const accessActive = isAccessActive(facts.directoryUser, facts.siteAccess);
  const state = accessActive ? 'active' : 'revoked';
  const before = openBefore(facts, accessActive);
  return {
    bars,
    notAllowedBecause: portalOnlyBar(facts),
    state,
    reported: requests.filter(({ reporterId }) => reporterId === account.id).map(({ id }) => id),
    participating: requests
      .filter(({ participantIds }) => participantIds.includes(account.id))
      .map(({ id }) => id),
    replacesInactive: isReplaceable(facts.profile),
    needsPassword: state === 'active' && facts.settings.portalLogin === 'password',
    access: { before, after: bars.length > 0 ? before : openAfter(facts, state) },
  };
}

/**
 * Atlassian accounts are global and cannot be consolidated into one site (S3): whoever uses another
 * site, belongs to the company or works as an agent stays. The rest keeps one address from holding
 * two accounts, and the site's own settings in force.
 */
function conversionBars(facts: ConversionFacts): readonly ConversionBar[] {
  const applies: Readonly<Record<ConversionBar, boolean>> = {
    'strict-mode': facts.isStrict,
    'no-site-access': facts.siteAccess === undefined,
    deactivated: facts.directoryUser?.status === 'deactivated',
    'managed-domain': facts.isManaged,
    'other-site-access': facts.otherSites > 0,
    // Licences never change silently: the role is given away first.
    'agent-role': facts.role === 'agent',
    'portal-only-exists': facts.profile !== undefined && !isReplaceable(facts.profile),
    'portal-only-not-allowed': portalOnlyBar(facts) !== null,
  };
  return CONVERSION_BARS.filter((bar) => applies[bar]);
}

/** Why Customer access would give the address no portal-only account; null when it would. */
function portalOnlyBar({ settings, account }: ConversionFacts): NotAllowedBecause | null {
  const { email } = account;
  const nobodyYet = { email, portalCustomer: undefined, account: undefined };
  const decision = decideNewcomer(settings, nobodyYet, { by: 'invitation', mayGiveRole: true });
  switch (decision.reason) {
    case 'approved-domain':
    case 'portal-only-off':
    case 'domain-not-listed':
    case 'invalid-email':
      return decision.reason;
    default:
      return null;
  }
}

/** The domain of an address as it is written; empty for text that is no address. */
export function domainOf(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 0 ? '' : email.slice(at + 1);
}

function isReplaceable(profile: PortalCustomer | undefined): boolean {
  return profile !== undefined && nextState(profile.state, 'replace') !== undefined;
}

function openBefore(facts: ConversionFacts, accessActive: boolean): number {
  const { siteId, account, siteAccess, role, profile } = facts;
  const viewer = viewerOf(siteId, {
    portalCustomer: profile,
    account: siteAccess && { accountId: account.id, accessActive, role },
  });
  return countOpenable(indexByHolder(facts.requests), viewer);
}

function openAfter(facts: ConversionFacts, state: AccountConversion['state']): number {
  const { siteId, account } = facts;
  // The new account's id is not known yet; any id that nothing bears stands in for it.
  const id: PortalCustomerId = 'qm:new:account';
  const moved = facts.requests.map((request) => ({
    ...request,
    reporterId: request.reporterId === account.id ? id : request.reporterId,
    participantIds: request.participantIds.map((holder) => (holder === account.id ? id : holder)),
    sharedWithIds: request.sharedWithIds.map((holder) => (holder === account.id ? id : holder)),
  }));
  return countOpenable(indexByHolder(moved), { type: 'portal-only', id, siteId, state });
}
