/* The list of duplicates says what the domain says about every address of a site. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountState } from '#src/domain/account.ts';
import { countsAsPortalOnly } from '#src/domain/portal-customer.ts';
import { openWorld } from '#test/support/world.ts';
import { fillWorld, randomWorld, SITES } from '#test/support/random-world.ts';

const ALL = { search: '', offset: 0, limit: 200 };

test('exactly the addresses with a profile that counts and access to the site are listed', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, async (random) => {
      const world = await openWorld('blank');
      world.store.write((tx) => fillWorld(tx, random));
      world.read((tx) => {
        for (const site of tx.sites.where({})) {
          const expected = tx.portalCustomers.where({ siteId: site.id }).flatMap((customer) => {
            const account = tx.accounts.first({ emailKey: customer.emailKey });
            const access = account && tx.siteAccess.get({ siteId: site.id, accountId: account.id });
            if (!access || !countsAsPortalOnly(customer)) return [];
            const { organizationId } = site;
            const accountId = account.id;
            const state = accountState(
              tx.directoryUsers.get({ organizationId, accountId }),
              access,
            );
            return [{ customer, account, state, role: tx.queries.roleOn(site.id, accountId) }];
          });
          const { items, total } = tx.lists.duplicates({ ...ALL, siteId: site.id });
          expect(items.toSorted(byId)).toEqual(expected.toSorted(byId));
          expect(total).toBe(expected.length);
          expect(tx.queries.duplicateCount(site.id)).toBe(expected.length);
        }
      });
      world.store.close();
    }),
    { numRuns: 25 },
  );
});

test('duplicates are paged by name and searched in address and both names', async () => {
  const world = await openWorld('demo');
  world.read((tx) => {
    const query = { ...ALL, siteId: SITES[1] };
    const { items, total } = tx.lists.duplicates(query);
    expect(total).toBe(items.length);
    const page = tx.lists.duplicates({ ...query, offset: 3, limit: 4 });
    expect(page).toEqual({ items: items.slice(3, 7), total });
    const [one] = items;
    for (const search of [one!.customer.email, one!.customer.name, one!.account.name]) {
      const found = tx.lists.duplicates({ ...query, search: search.toUpperCase() });
      expect(found.items.map(({ customer }) => customer.id)).toContain(one!.customer.id);
      expect(found.total).toBeLessThan(total);
    }
    expect(tx.lists.duplicates({ ...query, search: '%' }).total).toBe(0);
  });
});

type Row = { readonly customer: { readonly id: string } };

function byId(one: Row, other: Row): number {
  return one.customer.id < other.customer.id ? -1 : 1;
}
