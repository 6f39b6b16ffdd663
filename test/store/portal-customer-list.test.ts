/* The list by example; `list-properties.test.ts` compares it with plain arrays. */
import { describe, expect, test } from 'vitest';
import type { PortalCustomerQuery } from '#src/application/ports.ts';
import type { PortalCustomerId } from '#src/domain/ids.ts';
import type { Store } from '#src/store/store.ts';
import { storeWith } from './memory-store.ts';
import { customer, OTHER_SITE, SITE } from './sample-records.ts';

const ALL = { search: '', offset: 0, limit: 100 };

function customerIds(store: Store, query: Partial<PortalCustomerQuery> = {}): PortalCustomerId[] {
  const full: PortalCustomerQuery = {
    ...ALL,
    siteId: SITE,
    state: null,
    sort: 'name',
    direction: 'ascending',
    ...query,
  };
  return store.read((tx) => tx.lists.portalCustomers(full).items.map((row) => row.id));
}

describe('portal customers', () => {
  test('are those of the site, without deleted ones (domain.md 3.1)', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1'));
      tx.portalCustomers.put(customer('qm:2', { state: 'deleted' }));
      tx.portalCustomers.put(customer('qm:3', { siteId: OTHER_SITE }));
      tx.portalCustomers.put(customer('qm:4', { state: 'migrated' }));
    });
    expect(customerIds(store)).toEqual(['qm:1', 'qm:4']);
    expect(customerIds(store, { state: 'migrated' })).toEqual(['qm:4']);
    expect(customerIds(store, { state: 'deleted' })).toEqual([]);
  });

  test('are searched in e-mail and name, whatever the case or form, % and _ meaning themselves', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1', { email: 'ada@x.org', name: 'ZOE\u0308 ΑΡΗΣ' }));
      tx.portalCustomers.put(customer('qm:2', { email: 'b_c@x.org', name: '100 % Straße' }));
      tx.portalCustomers.put(customer('qm:3', { email: 'bxc@x.org', name: 'Nobody' }));
    });
    expect(customerIds(store, { search: 'zoë' })).toEqual(['qm:1']);
    expect(customerIds(store, { search: 'αρησ' })).toEqual(['qm:1']);
    expect(customerIds(store, { search: 'STRASSE' })).toEqual(['qm:2']);
    expect(customerIds(store, { search: 'b_c' })).toEqual(['qm:2']);
    expect(customerIds(store, { search: '%' })).toEqual(['qm:2']);
    expect(customerIds(store, { search: 'X.ORG' })).toEqual(['qm:2', 'qm:3', 'qm:1']);
    expect(customerIds(store, { search: 'orgno' })).toEqual([]);
  });

  test('are sorted by last login with never last in descending order, equal ones by name, then id', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1', { lastLoginAt: null, name: 'b' }));
      tx.portalCustomers.put(customer('qm:2', { lastLoginAt: 5, name: 'B' }));
      tx.portalCustomers.put(customer('qm:3', { lastLoginAt: 9, name: 'x' }));
      tx.portalCustomers.put(customer('qm:4', { lastLoginAt: 5, name: 'a' }));
      tx.portalCustomers.put(customer('qm:5', { lastLoginAt: 5, name: 'b' }));
    });
    expect(customerIds(store, { sort: 'lastLogin', direction: 'descending' })).toEqual([
      'qm:3',
      'qm:4',
      'qm:2',
      'qm:5',
      'qm:1',
    ]);
    expect(customerIds(store, { sort: 'lastLogin' })).toEqual([
      'qm:1',
      'qm:4',
      'qm:2',
      'qm:5',
      'qm:3',
    ]);
  });

  test('sorted by state follow the life of an account', async () => {
    const store = await storeWith((tx) => {
      for (const [index, state] of (
        ['migrated', 'migrating', 'revoked', 'active'] as const
      ).entries()) {
        tx.portalCustomers.put(customer(`qm:${index}`, { state }));
      }
    });
    expect(customerIds(store, { sort: 'state' })).toEqual(['qm:3', 'qm:2', 'qm:1', 'qm:0']);
  });

  test('carry the sorted names of their customer organizations', async () => {
    const store = await storeWith((tx) => {
      tx.portalCustomers.put(customer('qm:1'));
      tx.portalCustomers.put(customer('qm:2'));
      for (const [index, name] of ['zeta', 'Éclair', 'alpha', 'Other'].entries()) {
        const id = `customer-organization_${index}` as const;
        tx.customerOrganizations.put({ id, siteId: SITE, name, version: 1 });
        const holderId = name === 'Other' ? 'qm:9' : 'qm:2';
        tx.customerOrganizationMembers.put({ customerOrganizationId: id, holderId });
      }
    });
    const rows = store.read(
      (tx) =>
        tx.lists.portalCustomers({
          ...ALL,
          siteId: SITE,
          state: null,
          sort: 'name',
          direction: 'ascending',
        }).items,
    );
    expect(rows.map((row) => row.customerOrganizations)).toEqual([[], ['alpha', 'zeta', 'Éclair']]);
    expect(rows[0]).toEqual({ ...customer('qm:1'), customerOrganizations: [] });
  });
});
