/* Duplicates from memory against the same list from SQL, which is the reference. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListQuery } from '#src/application/ports.ts';
import type { AccountId, PortalCustomerId, SiteId } from '#src/domain/ids.ts';
import type { Database } from '#src/store/database.ts';
import { sqlLists } from '#src/store/lists/sql-lists.ts';
import { sqlQueries } from '#src/store/queries/sql-queries.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { LONG, runHistories, WAYS_TO_LOAD, type Change } from './list-histories.ts';
import { access, account, customer, entry, OTHER_SITE, SITE } from './sample-records.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '🛶'), maxLength: 4 });
const ADDRESSES = ['one', 'two', 'three', 'four', 'five'] as const;
const addresses = fc.constantFrom(...ADDRESSES);
const accounts = fc.nat({ max: 5 }).map((number): AccountId => `712020:${number}`);
const customers = fc.nat({ max: 8 }).map((number): PortalCustomerId => `qm:${number}`);
const sites = fc.constantFrom(SITE, OTHER_SITE);

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ id: accounts, emailKey: addresses, name: word, email: word })
      .map(({ id, ...values }) => unlessTaken((tx) => tx.accounts.put(account(id, values)))),
  },
  {
    weight: 8,
    arbitrary: fc
      .record({
        id: customers,
        siteId: sites,
        emailKey: addresses,
        name: word,
        email: word,
        state: fc.constantFrom('active', 'revoked', 'migrating', 'migrated', 'deleted'),
      })
      .map(({ id, ...values }) =>
        unlessTaken((tx) => tx.portalCustomers.put(customer(id, values))),
      ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(accounts, sites).map(
      ([id, siteId]): Change =>
        (tx) =>
          tx.siteAccess.put(access(id, { siteId })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(accounts, sites).map(
      ([accountId, siteId]): Change =>
        (tx) =>
          tx.siteAccess.remove({ accountId, siteId }),
    ),
  },
  {
    weight: 1,
    arbitrary: accounts.map(
      (id): Change =>
        (tx) =>
          tx.directoryUsers.put(entry(id)),
    ),
  },
  {
    weight: 1,
    arbitrary: accounts.map(
      (id): Change =>
        (tx) =>
          tx.accounts.remove({ id }),
    ),
  },
  {
    weight: 1,
    arbitrary: customers.map(
      (id): Change =>
        (tx) =>
          tx.portalCustomers.remove({ id }),
    ),
  },
);

const questions: fc.Arbitrary<ListQuery & { readonly siteId: SiteId }> = fc.record({
  siteId: sites,
  search: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: word }),
  offset: fc.nat({ max: 3 }),
  limit: fc.integer({ min: 1, max: 6 }),
});

const seed: Change = (tx) => {
  for (const [at, emailKey] of ADDRESSES.entries()) {
    tx.accounts.put(account(`712020:${at}`, { emailKey }));
    for (const siteId of [SITE, OTHER_SITE]) tx.siteAccess.put(access(`712020:${at}`, { siteId }));
    tx.portalCustomers.put(customer(`qm:${at}`, { emailKey }));
  }
};

test.each(WAYS_TO_LOAD)(
  'duplicates in memory, %s, equal those of SQL through any history',
  async (_, listsAtOnce) => {
    let shown = 0;
    const compared = await runHistories({
      changes,
      questions,
      listsAtOnce,
      seed,
      compare: (tx, database, question) => {
        shown += compare(tx, database, question);
      },
    });
    expect(compared).toBeGreaterThan(1_000);
    expect(shown).toBeGreaterThan(500);
  },
  LONG,
);

/** Compares both ways and says how many are listed. */
function compare(
  tx: StoreTx,
  database: Database,
  question: ListQuery & { readonly siteId: SiteId },
): number {
  const found = tx.lists.duplicates(question);
  expect(found).toEqual(sqlLists(database).duplicates(question));
  const { siteId } = question;
  expect(tx.queries.duplicateCount(siteId)).toBe(sqlQueries(database).duplicateCount(siteId));
  return found.items.length;
}

/** An address that somebody else has is refused: one account, and one profile on a site. */
function unlessTaken(change: Change): Change {
  return (tx) => {
    try {
      change(tx);
    } catch (error) {
      expect(String(error)).toContain('UNIQUE');
    }
  };
}
