/* The lists of accounts in memory against the same lists from SQL, which are the reference. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AccountQuery } from '#src/application/ports.ts';
import type { AccountState } from '#src/domain/account.ts';
import type { AccountId, GroupId } from '#src/domain/ids.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import type { Database } from '#src/store/database.ts';
import { sqlLists } from '#src/store/lists/sql-lists.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { LONG, runHistories, WAYS_TO_LOAD, type Change } from './list-histories.ts';
import { access, account, entry, group, ORGANIZATION, OTHER_SITE, SITE } from './sample-records.ts';

const letters = fc.constantFrom('a', 'B', 'é', 'σ', '🛶');
const word = fc.string({ unit: letters, maxLength: 5 });
const ids = fc.nat({ max: 9 }).map((number): AccountId => `712020:${(number * 3) % 10}`);
const groups = fc.nat({ max: 3 }).map((number): GroupId => `group_${number}`);
const sites = fc.constantFrom(SITE, OTHER_SITE);

type Question = Required<AccountQuery> & { readonly groupId: GroupId };

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ id: ids, name: word, email: word }).map(
      ({ id, ...values }): Change =>
        (tx) =>
          tx.accounts.put(account(id, { ...values, emailKey: id })),
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        accountId: ids,
        siteId: sites,
        status: fc.constantFrom('active', 'suspended'),
      })
      .map(
        ({ accountId, ...values }): Change =>
          (tx) =>
            tx.siteAccess.put(access(accountId, values)),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        accountId: ids,
        status: fc.constantFrom('active', 'suspended', 'deactivated'),
      })
      .map(
        ({ accountId, status }): Change =>
          (tx) =>
            tx.directoryUsers.put(entry(accountId, { status })),
      ),
  },
  {
    weight: 4,
    arbitrary: fc.record({ groupId: groups, accountId: ids }).map(
      (membership): Change =>
        (tx) =>
          tx.memberships.put(membership),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({
        id: groups,
        siteId: sites,
        role: fc.constantFrom('agent', 'customer', 'none'),
        review: fc.constantFrom('none', 'pending', 'approved', 'denied'),
      })
      .map(
        ({ id, ...values }): Change =>
          (tx) =>
            tx.groups.put(group(id, values)),
      ),
  },
  {
    weight: 1,
    arbitrary: ids.map(
      (id): Change =>
        (tx) =>
          tx.accounts.remove({ id }),
    ),
  },
  {
    weight: 1,
    arbitrary: groups.map(
      (id): Change =>
        (tx) =>
          tx.groups.remove({ id }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(ids, sites).map(
      ([accountId, siteId]): Change =>
        (tx) =>
          tx.siteAccess.remove({ accountId, siteId }),
    ),
  },
  {
    weight: 1,
    arbitrary: ids.map(
      (accountId): Change =>
        (tx) =>
          tx.memberships.removeWhere({ accountId }),
    ),
  },
  {
    weight: 1,
    arbitrary: groups.map(
      (groupId): Change =>
        (tx) =>
          tx.memberships.removeWhere({ groupId }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(ORGANIZATION, 'organization_2' as const).map(
      (organizationId): Change =>
        (tx) =>
          tx.sites.put({ ...otherSite, organizationId }),
    ),
  },
);

const queries: fc.Arbitrary<Question> = fc.record({
  groupId: groups,
  organizationId: fc.constantFrom(ORGANIZATION, 'organization_2'),
  siteId: fc.option(sites, { freq: 2 }),
  search: fc.oneof(fc.constant(''), fc.string({ unit: letters, maxLength: 2 })),
  state: fc.option(fc.constantFrom<AccountState>('active', 'suspended', 'deactivated'), {
    freq: 1,
  }),
  role: fc.option(fc.constantFrom<ProductRole>('none', 'customer', 'agent'), { freq: 1 }),
  offset: fc.nat({ max: 4 }),
  limit: fc.integer({ min: 1, max: 10 }),
});

const otherSite = {
  id: OTHER_SITE,
  organizationId: ORGANIZATION,
  name: 'other',
  subscription: 'paid',
} as const;

const seed: Change = (tx) => {
  tx.sites.put({ ...otherSite, id: SITE });
  tx.sites.put(otherSite);
};

test.each(WAYS_TO_LOAD)(
  'accounts in memory, and those of groups, %s, equal those of SQL through any history',
  async (_, listsAtOnce) => {
    const compared = await runHistories({
      changes,
      questions: queries,
      compare,
      listsAtOnce,
      seed,
    });
    expect(compared).toBeGreaterThan(1_000);
  },
  LONG,
);

function compare(tx: StoreTx, database: Database, query: Question): void {
  const sql = sqlLists(database);
  expect(tx.lists.accounts(query)).toEqual(sql.accounts(query));
  expect(tx.lists.groupMembers(query)).toEqual(sql.groupMembers(query));
  const siteId = tx.groups.get({ id: query.groupId })?.siteId;
  if (siteId === undefined) return;
  const candidates = { ...query, siteId };
  expect(tx.lists.groupCandidates(candidates)).toEqual(sql.groupCandidates(candidates));
}
