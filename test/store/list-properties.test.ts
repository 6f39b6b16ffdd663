import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PortalCustomerQuery } from '#src/application/ports.ts';
import type { PortalCustomer, PortalCustomerState } from '#src/domain/portal-customer.ts';
import { isFoundBy, searchKey } from '#src/domain/search-key.ts';
import { openStore } from '#src/store/open-store.ts';
import { customer, SITE } from './sample-records.ts';

const STATES: readonly PortalCustomerState[] = [
  'active',
  'revoked',
  'migrating',
  'migrated',
  'deleted',
];
/** Few letters, so that searches hit and names collide; with pairs that differ by case or form only. */
const letters = fc.constantFrom(
  'a',
  'A',
  'b',
  'é',
  'e\u0301',
  'ß',
  'S',
  'Σ',
  'ς',
  '%',
  '_',
  '🛶',
  '\uFB01',
  ' ',
);
const word = fc.string({ unit: letters, maxLength: 4 });

const customers = fc.array(
  fc.record({
    name: word,
    local: word,
    state: fc.constantFrom(...STATES),
    lastLoginAt: fc.option(fc.integer({ min: 0, max: 3 })),
    isElsewhere: fc.boolean(),
  }),
  { maxLength: 25 },
);

const queries: fc.Arbitrary<PortalCustomerQuery> = fc.record({
  siteId: fc.constant(SITE),
  search: fc.string({ unit: letters, maxLength: 2 }),
  state: fc.option(fc.constantFrom(...STATES)),
  sort: fc.constantFrom('name', 'email', 'state', 'lastLogin'),
  direction: fc.constantFrom('ascending', 'descending'),
  offset: fc.nat({ max: 12 }),
  limit: fc.integer({ min: 1, max: 12 }),
});

test('a list of portal customers is what searching, filtering, sorting and cutting an array gives', async () => {
  const store = await openStore({ place: 'memory' });
  fc.assert(
    fc.property(customers, fc.array(queries, { minLength: 1, maxLength: 8 }), (rows, asked) => {
      const people = rows.map(({ local, isElsewhere, ...values }, index) =>
        customer(`qm:${(index * 7) % 25}`, {
          ...values,
          email: `${local}@${index}.org`,
          siteId: isElsewhere ? 'site_2' : SITE,
        }),
      );
      store.write((tx) => {
        tx.portalCustomers.removeWhere({});
        for (const person of people) tx.portalCustomers.put(person);
      });
      for (const query of asked) {
        const found = store.read((tx) => tx.lists.portalCustomers(query));
        const expected = naive(people, query);
        expect(found.total).toBe(expected.total);
        expect(found.items.map((row) => row.id)).toEqual(expected.ids);
      }
    }),
    { numRuns: 200 },
  );
});

/** The same list over an array: the slow and obvious way. */
function naive(people: readonly PortalCustomer[], query: PortalCustomerQuery) {
  const matching = people.filter(
    (person) =>
      person.siteId === query.siteId &&
      person.state !== 'deleted' &&
      (query.state === null || person.state === query.state) &&
      isFoundBy(query.search, person),
  );
  const sign = query.direction === 'ascending' ? 1 : -1;
  const sorted = matching.toSorted(
    (one, other) =>
      sign * compareBy(query.sort, one, other) ||
      compareText(searchKey(one.name), searchKey(other.name)) ||
      compareText(one.id, other.id),
  );
  const page = sorted.slice(query.offset, query.offset + query.limit);
  return { total: matching.length, ids: page.map((person) => person.id) };
}

function compareBy(
  sort: PortalCustomerQuery['sort'],
  one: PortalCustomer,
  other: PortalCustomer,
): number {
  switch (sort) {
    case 'name':
      return compareText(searchKey(one.name), searchKey(other.name));
    case 'email':
      return compareText(searchKey(one.email), searchKey(other.email));
    case 'state':
      return STATES.indexOf(one.state) - STATES.indexOf(other.state);
    case 'lastLogin':
      return (one.lastLoginAt ?? -1) - (other.lastLoginAt ?? -1);
  }
}

/** By code point: JavaScript's own order of strings puts 🛶 before ﬁ. */
function compareText(one: string, other: string): number {
  const [left, right] = [Array.from(one), Array.from(other)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
