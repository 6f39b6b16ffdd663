/* How a person comes to a portal-only account of a site. */
import { nextState, type PortalCustomer } from '../domain/portal-customer.ts';
import type { AccountId, PortalCustomerId, SiteId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import type { NewPerson } from './account-creation.ts';
import { recordChange } from './audit.ts';
import type { Context, Ids, Tx } from './ports.ts';

/** The id of a new portal-only account: it is valid on one site only. */
export function newPortalOnlyId(ids: Ids): PortalCustomerId {
  return `qm:${ids.uuid()}:${ids.uuid()}`;
}

/** Where a new portal-only account comes from; a converted one may begin with its access revoked. */
type Origin =
  | { readonly by: 'invitation' | 'sign-up' }
  | {
      readonly by: 'conversion';
      readonly convertedFrom: AccountId;
      readonly state: 'active' | 'revoked';
    };

/**
 * Makes a portal-only account, active unless said. An inactive profile of the address never becomes active
 * again (S1): it makes room for the new one. The address must hold no other on the site.
 */
export function createPortalOnly(
  tx: Tx,
  site: Site,
  { email, emailKey, name, ...origin }: NewPerson & Origin,
  context: Context,
): PortalCustomer {
  const earlier = makeRoomFor(tx, site.id, emailKey);
  const customer: PortalCustomer = {
    id: newPortalOnlyId(context.ids),
    siteId: site.id,
    email,
    emailKey,
    name,
    state: origin.by === 'conversion' ? origin.state : 'active',
    createdAt: context.now,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
  };
  tx.portalCustomers.put(customer);
  recordChange(tx, context, {
    action: 'portal-customer.created',
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: customer.id,
    facts: {
      email,
      by: origin.by,
      replacesInactive: earlier !== undefined,
      ...(origin.by === 'conversion' && { convertedFrom: origin.convertedFrom }),
    },
    after: { email, name, state: customer.state },
  });
  return customer;
}

/**
 * Lets an inactive profile of the address go, so that a new one can take its place; answers it.
 * Also for copies: an account that was removed leaves its migrated profile behind (domain.md 1.4).
 */
export function makeRoomFor(tx: Tx, siteId: SiteId, emailKey: string): PortalCustomer | undefined {
  const earlier = tx.queries.portalCustomerByEmail(siteId, emailKey);
  if (!earlier) return undefined;
  const state = nextState(earlier.state, 'replace');
  if (!state) throw new Error(`${earlier.id} is ${earlier.state} and keeps its address`);
  tx.portalCustomers.put({ ...earlier, state, version: earlier.version + 1 });
  return earlier;
}
