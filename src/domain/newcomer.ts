/*
 * What an address gets on a site that it comes to for the first time (domain.md 3.4). Settings
 * decide about newcomers only: whoever has an account there keeps it, whatever the settings say.
 */
import type { CustomerAccessSettings } from './customer-access-settings.ts';
import { checkEmailAddress } from './email-address.ts';
import { asciiDomain, emailKey } from './email-key.ts';
import { countsAsPortalOnly, type PortalCustomer } from './portal-customer.ts';
import type { ProductRole } from './product-role.ts';

/** The rule that decided, by its outcome. */
type Rules = {
  /** An Atlassian account with the Customer role. */
  readonly atlassian: 'approved-domain';
  readonly 'portal-only': 'portal-only-allowed' | 'portal-only-domain';
  /** Nothing new; at most the Customer role for an account that is on the site without a role. */
  readonly existing: 'has-portal-only' | 'has-atlassian' | 'given-customer-role';
  readonly refused:
    | 'portal-only-off'
    | 'domain-not-listed'
    | 'invalid-email'
    | 'sign-up-off'
    | 'needs-customer-role';
};

/** What an address gets, and by which rule. */
export type NewcomerDecision = {
  readonly [Outcome in keyof Rules]: { readonly outcome: Outcome; readonly reason: Rules[Outcome] };
}[keyof Rules];

/** Everything that an address holds before it comes. */
export type Arrival = {
  readonly email: string;
  readonly portalCustomer: Pick<PortalCustomer, 'state'> | undefined;
  /** The global Atlassian account; `role` is its approved role on the site. */
  readonly account: { readonly hasSiteAccess: boolean; readonly role: ProductRole } | undefined;
};

/**
 * The two ways to come. Whoever invites may or may not give an existing account the Customer role:
 * agents and product admins may not (domain.md 1.2, INVPERM).
 */
export type Way =
  { readonly by: 'invitation'; readonly mayGiveRole: boolean } | { readonly by: 'sign-up' };

/** Applies the rules in their order; exactly one of them decides. */
export function decideNewcomer(
  settings: Pick<
    CustomerAccessSettings,
    'approvedDomains' | 'portalOnlyAllowed' | 'portalOnlyDomains' | 'signUpAllowed'
  >,
  { email, portalCustomer, account }: Arrival,
  way: Way,
): NewcomerDecision {
  if (checkEmailAddress(email)) return { outcome: 'refused', reason: 'invalid-email' };
  const lacksRight = way.by === 'invitation' && !way.mayGiveRole;
  if (account?.hasSiteAccess) {
    if (account.role !== 'none' || way.by === 'sign-up') {
      return { outcome: 'existing', reason: 'has-atlassian' };
    }
    return lacksRight
      ? { outcome: 'refused', reason: 'needs-customer-role' }
      : { outcome: 'existing', reason: 'given-customer-role' };
  }
  if (portalCustomer && countsAsPortalOnly(portalCustomer)) {
    return { outcome: 'existing', reason: 'has-portal-only' };
  }
  if (way.by === 'sign-up' && !settings.signUpAllowed) {
    return { outcome: 'refused', reason: 'sign-up-off' };
  }
  if (isListed(settings.approvedDomains, email)) {
    // The account exists elsewhere: coming here means giving it the role.
    return account && lacksRight
      ? { outcome: 'refused', reason: 'needs-customer-role' }
      : { outcome: 'atlassian', reason: 'approved-domain' };
  }
  if (!settings.portalOnlyAllowed) return { outcome: 'refused', reason: 'portal-only-off' };
  if (settings.portalOnlyDomains.length === 0) {
    return { outcome: 'portal-only', reason: 'portal-only-allowed' };
  }
  return isListed(settings.portalOnlyDomains, email)
    ? { outcome: 'portal-only', reason: 'portal-only-domain' }
    : { outcome: 'refused', reason: 'domain-not-listed' };
}

/** Domains compare as they do in e-mail keys; a domain does not stand for those below it. */
function isListed(domains: readonly string[], email: string): boolean {
  const key = emailKey(email);
  const domain = key.slice(key.lastIndexOf('@') + 1);
  return domains.some((listed) => asciiDomain(listed) === domain);
}
