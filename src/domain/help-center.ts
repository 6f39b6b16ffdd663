/*
 * The help center as the person behind one address meets it on one site: whether logging in works
 * (domain.md 4.2 and 4.3), which portals are open, which requests open and why the others do not.
 */
import type { AccountState } from './account.ts';
import type { CustomerAccessSettings } from './customer-access-settings.ts';
import type { AccountId, HolderId, SiteId } from './ids.ts';
import type { PortalCustomer } from './portal-customer.ts';
import type { ProductRole } from './product-role.ts';
import {
  canOpenRequest,
  canUseHelpCenter,
  isAttachedTo,
  type RequestAttachments,
  type Viewer,
} from './request-access.ts';
import { viewerOf } from './viewer.ts';

/** Everything about an address that decides what it meets on a site. */
export type HelpCenterPerson = {
  readonly siteId: SiteId;
  /** The profile of the site; a deleted one is nobody's. */
  readonly portalCustomer: PortalCustomer | undefined;
  readonly account: PersonsAccount | undefined;
  /** How portal-only customers of the site log in. */
  readonly portalLogin: CustomerAccessSettings['portalLogin'];
  /** Whether managed accounts log in through the organization's identity provider. */
  readonly singleSignOn: boolean;
};

/** The Atlassian account of an address, on the site or elsewhere. */
type PersonsAccount = {
  readonly id: AccountId;
  readonly emailVerified: boolean;
  readonly isManaged: boolean;
  /** Null while the account has no access to the site: there it is no account then. */
  readonly onSite: { readonly state: AccountState; readonly role: ProductRole } | null;
};

/** What keeps somebody out of the help center altogether. */
type Bar = 'suspended' | 'deactivated' | 'revoked' | 'migrating' | 'no-role' | 'no-account';

/** How somebody logs in, whether that works, and if not why. */
export type LogIn = {
  readonly method:
    'portal-password' | 'portal-single-sign-on' | 'atlassian' | 'single-sign-on' | 'none';
  readonly outcome: 'in' | 'verify-email' | 'login-loop' | 'refused';
  readonly because: Bar | 'unverified-email' | null;
};

/** A request as the person meets it; `why` is null exactly when it opens. */
export type RequestSeen = {
  readonly relation: 'reporter' | 'participant' | 'customer-organization';
  readonly canOpen: boolean;
  readonly why: Bar | 'other-account' | null;
};

/** The viewer that the person is on the site. */
export function helpCenterViewer(person: HelpCenterPerson): Viewer | undefined {
  const { account, portalCustomer, siteId } = person;
  const { onSite } = account ?? { onSite: null };
  return viewerOf(siteId, {
    portalCustomer,
    account:
      account && onSite
        ? { accountId: account.id, accessActive: onSite.state === 'active', role: onSite.role }
        : undefined,
  });
}

/**
 * Logging in to the help center. An Atlassian account on the site is the one that logs in, also for
 * a duplicate (S0). Suspended beside a portal-only profile, migrated or not, it is sent back and
 * forth between the portal and the single sign-on (domain.md 4.2, second row; 4.3).
 */
export function logInOf(person: HelpCenterPerson): LogIn {
  const method = methodOf(person);
  const because = barOf(person);
  if (because === 'suspended' && person.portalCustomer) {
    return { method, outcome: 'login-loop', because };
  }
  if (because) return { method, outcome: 'refused', because };
  // S1: an account that the migration created has to verify its address first.
  if (person.account?.onSite && !person.account.emailVerified) {
    return { method, outcome: 'verify-email', because: 'unverified-email' };
  }
  return { method, outcome: 'in', because: null };
}

/** Whether the person may use the portals of the site: all of them or none (domain.md 1.2, JSD17084). */
export function opensPortals(person: HelpCenterPerson): boolean {
  const viewer = helpCenterViewer(person);
  return viewer !== undefined && canUseHelpCenter(viewer);
}

/** How the person meets a request; undefined when neither of its accounts is attached to it. */
export function requestSeen(
  person: HelpCenterPerson,
  request: RequestAttachments,
): RequestSeen | undefined {
  const viewer = helpCenterViewer(person);
  const own = [viewer?.id, person.account?.id, person.portalCustomer?.id];
  const holder = own.find((id) => id !== undefined && isAttachedTo(request, id));
  if (holder === undefined) return undefined;
  const relation = relationOf(holder, request);
  if (viewer && canOpenRequest(viewer, request)) return { relation, canOpen: true, why: null };
  // What is attached to the account that logs in waits for that account; all else for a merge.
  const why = viewer && holder !== viewer.id ? 'other-account' : barOf(person);
  return { relation, canOpen: false, why: why ?? 'other-account' };
}

function relationOf(holder: HolderId, request: RequestAttachments): RequestSeen['relation'] {
  if (request.reporterId === holder) return 'reporter';
  return request.participantIds.includes(holder) ? 'participant' : 'customer-organization';
}

function methodOf(person: HelpCenterPerson): LogIn['method'] {
  const { account, portalLogin, singleSignOn } = person;
  const viewer = helpCenterViewer(person);
  if (!viewer) return 'none';
  if (viewer.type === 'portal-only') {
    return portalLogin === 'password' ? 'portal-password' : 'portal-single-sign-on';
  }
  return account?.isManaged && singleSignOn ? 'single-sign-on' : 'atlassian';
}

function barOf(person: HelpCenterPerson): Bar | null {
  const viewer = helpCenterViewer(person);
  if (!viewer) return 'no-account';
  if (viewer.type === 'portal-only') {
    return viewer.state === 'revoked' || viewer.state === 'migrating' ? viewer.state : null;
  }
  const state = person.account?.onSite?.state;
  if (state === 'suspended' || state === 'deactivated') return state;
  return viewer.role === 'none' ? 'no-role' : null;
}
