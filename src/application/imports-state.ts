/* What the rows of an import are evaluated against: the site as it is, asked for what a row needs. */
import type { SiteId } from '../domain/ids.ts';
import { NearMatches } from '../domain/import-near-matches.ts';
import type { ImportLookups } from '../domain/import-state.ts';
import type { AccountId, PortalCustomerId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import type { Tx } from './ports.ts';

/** Addresses that are read without a pause. */
const ADDRESSES_AT_ONCE = 256;

/** Everybody whom the site holds: near matches are looked for among them, and nobody else is asked for. */
export class HeldAddresses {
  readonly near = new NearMatches();
  readonly customerKeys = new Set<string>();
  readonly customerIds = new Set<string>();
  /** Ids of portal-only accounts that are gone or of other sites. */
  readonly otherIds = new Set<string>();

  /** Reads them, with a pause after every few. */
  *read(tx: Tx, siteId: SiteId): Generator<void, void> {
    for (let id = '', isMore = true; isMore;) {
      const found = tx.queries.customerAddressesAfter(siteId, id, ADDRESSES_AT_ONCE);
      for (const customer of found) {
        ({ id } = customer);
        if (!customer.isThere) {
          this.otherIds.add(id);
          continue;
        }
        this.near.hold(customer);
        this.customerKeys.add(customer.emailKey);
        this.customerIds.add(id);
      }
      isMore = found.length === ADDRESSES_AT_ONCE;
      yield;
    }
    for (let id = '', isMore = true; isMore;) {
      const found = tx.queries.accountAddressesAfter(siteId, id, ADDRESSES_AT_ONCE);
      for (const account of found) {
        ({ id } = account);
        this.near.hold(account);
      }
      isMore = found.length === ADDRESSES_AT_ONCE;
      yield;
    }
  }
}

/** The present state of a site. Nothing of it may be written while rows are evaluated. */
export function lookupsOn(
  tx: Tx,
  { id: siteId, name: siteName, organizationId }: Site,
  held: HeldAddresses,
): ImportLookups {
  const isCustomerIdTaken = (id: PortalCustomerId) =>
    held.customerIds.has(id) || held.otherIds.has(id);
  return {
    siteName,
    customers: {
      get: (key) =>
        held.customerKeys.has(key) ? tx.queries.portalCustomerByEmail(siteId, key) : undefined,
    },
    customersById: {
      get: (id) =>
        held.customerIds.has(id)
          ? tx.portalCustomers.get({ id: id as PortalCustomerId })
          : undefined,
    },
    isCustomerIdTaken,
    accounts: { get: (emailKey) => tx.accounts.first({ emailKey }) },
    accountsById: { get: (id) => tx.accounts.get({ id: id as AccountId }) },
    directoryUsers: {
      get: (id) => tx.directoryUsers.get({ organizationId, accountId: id as AccountId }),
    },
    siteAccess: { get: (id) => tx.siteAccess.get({ siteId, accountId: id as AccountId }) },
    groupNames: {
      get: (id) => {
        const groups = tx.queries.groupsOf(siteId, id as AccountId);
        return new Set(groups.map(({ name }) => name.toLowerCase()));
      },
    },
  };
}
