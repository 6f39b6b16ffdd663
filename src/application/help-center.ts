/* The help center as one address sees it: read through the ports, judged by the domain. */
import { accountState } from '../domain/account.ts';
import { defaultSettings } from '../domain/customer-access-settings.ts';
import { emailKey } from '../domain/email-key.ts';
import type { DomainError } from '../domain/errors.ts';
import {
  logInOf,
  opensPortals,
  requestSeen,
  type HelpCenterPerson,
  type LogIn,
  type RequestSeen,
} from '../domain/help-center.ts';
import { licencesTaken } from '../domain/licences.ts';
import { isManagedBy } from '../domain/organization.ts';
import type { PortalCustomer } from '../domain/portal-customer.ts';
import type { ProductRole } from '../domain/product-role.ts';
import type { Request, ServiceProject } from '../domain/request.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorisedPlace, type Place } from './access.ts';
import type { AttachedRequest, Context, Tx } from './ports.ts';

/** A request with how the person meets it. */
export type HelpCenterRequest = Omit<Request, 'reporterId'> &
  RequestSeen & { readonly project: ServiceProject };

type PersonsAccount = NonNullable<HelpCenterPerson['account']>;

/** What a person holds on a site and what it opens there. */
export type Standing = {
  readonly portalOnly: PortalCustomer | null;
  /** The Atlassian account, while it has access to the site. */
  readonly atlassian:
    (Omit<PersonsAccount, 'onSite'> & NonNullable<PersonsAccount['onSite']>) | null;
  readonly logIn: LogIn;
  readonly portalsOpen: number;
  readonly requestsOpen: number;
  readonly requestsTotal: number;
  readonly licences: number;
};

export type HelpCenterView = {
  readonly email: string;
  readonly name: string;
  readonly standing: Standing;
  readonly portals: readonly (ServiceProject & { readonly isOpen: boolean })[];
  readonly requests: readonly HelpCenterRequest[];
};

/** The help center of a site as the person with an address sees it; an address that nobody has sees nothing. */
export function viewHelpCenter(
  tx: Tx,
  input: { readonly siteId: string; readonly email: string },
  context: Context,
): Result<HelpCenterView, DomainError> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', input.siteId);
  return place.ok ? ok(helpCenterOf(tx, place.value, input.email)) : place;
}

/** The same without asking who looks: for what was asked already. */
export function helpCenterOf(tx: Tx, place: Place, email: string): HelpCenterView {
  const siteId = place.site.id;
  const { person, account, role } = foundAt(tx, place, email);
  const { portalCustomer } = person;
  const isOpen = opensPortals(person);
  const projects = tx.serviceProjects.where({ siteId });
  const requests = requestsOf(tx, person, projects);
  const atlassian = onSiteOf(person);
  return {
    email: account?.email ?? portalCustomer?.email ?? email,
    name: account?.name ?? portalCustomer?.name ?? '',
    standing: {
      portalOnly: portalCustomer ?? null,
      atlassian,
      logIn: logInOf(person),
      portalsOpen: isOpen ? projects.length : 0,
      requestsOpen: requests.filter(({ canOpen }) => canOpen).length,
      requestsTotal: requests.length,
      licences: atlassian ? licencesTaken({ isActive: atlassian.state === 'active', role }) : 0,
    },
    portals: projects.map((project) => ({ ...project, isOpen })),
    requests,
  };
}

/** What decides how an address meets the help center of a site, without its requests. */
export function personAt(tx: Tx, place: Place, email: string): HelpCenterPerson {
  return foundAt(tx, place, email).person;
}

function foundAt(tx: Tx, { site, organization }: Place, email: string) {
  const siteId = site.id;
  const key = emailKey(email);
  const portalCustomer = tx.queries.portalCustomerByEmail(siteId, key);
  const account = tx.accounts.first({ emailKey: key });
  const access = account && tx.siteAccess.get({ siteId, accountId: account.id });
  const entry =
    account && tx.directoryUsers.get({ organizationId: organization.id, accountId: account.id });
  const role: ProductRole = account ? tx.queries.roleOn(siteId, account.id) : 'none';
  const person: HelpCenterPerson = {
    siteId,
    portalCustomer,
    account: account && {
      id: account.id,
      emailVerified: account.emailVerified,
      isManaged: isManagedBy(organization, key),
      onSite: access ? { state: accountState(entry, access), role } : null,
    },
    portalLogin: (tx.customerAccess.get({ siteId }) ?? defaultSettings(siteId)).portalLogin,
    singleSignOn: organization.singleSignOn,
  };
  return { person, account, role };
}

function onSiteOf({ account }: HelpCenterPerson): Standing['atlassian'] {
  if (!account?.onSite) return null;
  const { onSite, ...held } = account;
  return { ...held, ...onSite };
}

/** Every request that either account is attached to, the newest first. */
function requestsOf(
  tx: Tx,
  person: HelpCenterPerson,
  projects: readonly ServiceProject[],
): HelpCenterRequest[] {
  const byId = new Map(projects.map((project) => [project.id, project]));
  const attached = new Map<string, AttachedRequest>();
  for (const holder of [person.account?.id, person.portalCustomer?.id]) {
    if (!holder) continue;
    for (const request of tx.queries.attachedRequests(person.siteId, holder)) {
      attached.set(request.id, request);
    }
  }
  return [...attached.values()]
    .flatMap((request) => {
      const seen = requestSeen(person, request);
      const project = byId.get(request.projectId);
      return seen && project ? [{ ...request, ...seen, project }] : [];
    })
    .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
}
