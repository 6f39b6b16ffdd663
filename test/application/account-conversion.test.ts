/* Converting Atlassian accounts to portal-only ones, the way back that S3 asks for. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HolderId, SiteId } from '#src/domain/ids.ts';
import { isPortalCustomerId } from '#src/domain/ids.ts';
import { countOpenable, indexByHolder, viewerOf } from '#src/domain/viewer.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { violations } from '#test/support/invariants.ts';
import { fillWorld, randomWorld, SITES } from '#test/support/random-world.ts';
import { openWorld, type World } from '#test/support/world.ts';

describe('in random worlds', () => {
  test('migrating and converting back leaves what the address holds and the licences, or says why not', async () => {
    const ends = { converted: 0, barred: 0 };
    await fc.assert(
      fc.asyncProperty(randomWorld, fc.nat(2), fc.nat(20), async (start, site, pick) => {
        const world = await filled(start);
        const siteId = SITES[site]!;
        const customer = oneOf(
          world.read((tx) => tx.portalCustomers.where({ siteId, state: 'active' })),
          pick,
        );
        if (!customer) return;
        const before = world.read(heldByAddress);
        const accountId = await migrate(world, siteId, customer.id);
        if (accountId) ends[await convert(world, siteId, accountId)] += 1;
        expect(world.read(heldByAddress)).toEqual(before);
        world.store.close();
      }),
      { numRuns: 120 },
    );
    expect(Math.min(ends.converted, ends.barred)).toBeGreaterThan(0);
  }, 60_000);

  test('converting and migrating back does too, and the promised access is what canOpenRequest says', async () => {
    const ends = { converted: 0, barred: 0 };
    await fc.assert(
      fc.asyncProperty(randomWorld, fc.nat(2), fc.nat(20), async (start, site, pick) => {
        const world = await filled(start);
        const siteId = SITES[site]!;
        const row = oneOf(
          world.read((tx) => tx.queries.accountsOn(siteId)),
          pick,
        );
        if (!row) return;
        const before = world.read(heldByAddress);
        const end = await convert(world, siteId, row.account.id);
        ends[end] += 1;
        expect(world.read(heldByAddress)).toEqual(before);
        const { emailKey } = row.account;
        const customer = world.read((tx) =>
          tx.portalCustomers.first({ siteId, emailKey, state: 'active' }),
        );
        if (end === 'barred' || !customer) return;
        expect(await migrate(world, siteId, customer.id)).toBe(row.account.id);
        expect(world.read(heldByAddress)).toEqual(before);
        world.store.close();
      }),
      { numRuns: 120 },
    );
    expect(Math.min(ends.converted, ends.barred)).toBeGreaterThan(0);
  }, 60_000);
});

async function filled(start: Parameters<typeof fillWorld>[1]): Promise<World> {
  const world = await openWorld('blank');
  world.store.write((tx) => {
    fillWorld(tx, start);
  });
  return world;
}

async function migrate(world: World, siteId: SiteId, customerId: string) {
  const params = { siteId, customerId };
  await world.get('portal-customers.migrate', { params });
  await world.finishJobs();
  const { migratedTo } = await world.get('portal-customers.get', { params });
  return migratedTo;
}

/** Converts as the dialog does, and holds the answer against what the dialog said. */
async function convert(
  world: World,
  siteId: SiteId,
  accountId: string,
): Promise<'converted' | 'barred'> {
  const params = { siteId, accountId };
  const plan = await world.get('accounts.conversion', { params });
  const opens = () => world.read((tx) => openable(tx, siteId, plan.email));
  expect(opens()).toBe(plan.access.before);
  if (plan.bars.length > 0) {
    const problem = await world.refuse('accounts.convert', { params });
    expect([problem.code, problem.facts]).toEqual([
      'account.not-convertible',
      { reasons: plan.bars },
    ]);
    return 'barred';
  }
  const { customerId } = await world.get('accounts.convert', { params, ifMatch: plan.version });
  expect(opens()).toBe(plan.access.after);
  const record = await world.get('portal-customers.get', { params: { siteId, customerId } });
  expect([record.state, record.customerOrganizations]).toEqual([
    plan.state,
    plan.customerOrganizationsMoved,
  ]);
  expect(world.read(violations)).toEqual([]);
  return 'converted';
}

/** Requests, memberships and licences of every site, by address instead of by account. */
function heldByAddress(tx: StoreTx) {
  const addressOf = (holder: HolderId) => {
    const record = isPortalCustomerId(holder)
      ? tx.portalCustomers.get({ id: holder })
      : tx.accounts.get({ id: holder as `0:${string}` });
    return record?.emailKey ?? holder;
  };
  const addresses = (holders: readonly HolderId[]) =>
    [...new Set(holders.map(addressOf))].toSorted();
  return SITES.map((siteId) => ({
    licences: tx.queries.licencesUsed(siteId),
    requests: tx.queries
      .attachedRequests(siteId)
      .map((request) => [
        request.id,
        addressOf(request.reporterId),
        addresses(request.participantIds),
        addresses(request.sharedWithIds),
      ]),
    memberships: tx.customerOrganizations
      .where({ siteId })
      .map(({ id: customerOrganizationId }) => [
        customerOrganizationId,
        addresses(
          tx.customerOrganizationMembers
            .where({ customerOrganizationId })
            .map(({ holderId }) => holderId),
        ),
      ]),
  }));
}

/** What the person behind an address can open on a site, straight from `canOpenRequest`. */
function openable(tx: StoreTx, siteId: SiteId, email: string): number {
  const emailKey = email.toLowerCase();
  const account = tx.accounts.first({ emailKey });
  const row = account && tx.queries.accountsOn(siteId).find((r) => r.account.id === account.id);
  const viewer = viewerOf(siteId, {
    portalCustomer: tx.queries.portalCustomerByEmail(siteId, emailKey),
    account: row && {
      accountId: row.account.id,
      accessActive: row.state === 'active',
      role: row.role,
    },
  });
  return countOpenable(indexByHolder(tx.queries.attachedRequests(siteId)), viewer);
}

function oneOf<T>(records: readonly T[], pick: number): T | undefined {
  return records[pick % Math.max(1, records.length)];
}

describe('one customer of one site', () => {
  const siteId = 'site_harbor';
  const organizationId = 'organization_harbor';
  const EMAIL = 'ada@northmill.example';
  const ACCOUNT = '712020:ada';
  const params = { siteId, accountId: ACCOUNT } as const;

  let world: World;
  beforeEach(async () => {
    world = await openWorld('blank');
    world.store.write((tx) => {
      tx.accounts.put({
        id: ACCOUNT,
        email: 'Ada@Northmill.example',
        emailKey: EMAIL,
        name: 'Ada Brandt',
        emailVerified: true,
        createdAt: 0,
        version: 1,
      });
      tx.directoryUsers.put({ organizationId, accountId: ACCOUNT, status: 'active', addedAt: 0 });
      tx.siteAccess.put({
        siteId,
        accountId: ACCOUNT,
        status: 'active',
        userKey: 'ug:1',
        lastSeenAt: null,
      });
      const customers = tx.groups.first({ siteId, role: 'customer' })!;
      tx.memberships.put({ groupId: customers.id, accountId: ACCOUNT });
      for (const place of [siteId, 'site_fjord-care'] as const) {
        tx.requests.put({
          id: `request_${place}`,
          siteId: place,
          projectId: tx.serviceProjects.first({ siteId: place })!.id,
          key: 'R-1',
          summary: 'Any',
          status: 'open',
          createdAt: 0,
          reporterId: ACCOUNT,
          customerOrganizationId: null,
        });
      }
    });
  });

  test('becomes a portal-only account with a new id; the global account stays without a site (S3)', async () => {
    const { customerId } = await world.get('accounts.convert', { params });
    expect(customerId).toMatch(/^qm:[^:]+:[^:]+$/);
    const left = world.read((tx) => ({
      account: tx.accounts.get({ id: ACCOUNT })?.version,
      directory: tx.directoryUsers.count({ accountId: ACCOUNT }),
      access: tx.siteAccess.count({ accountId: ACCOUNT }),
      groups: tx.memberships.count({ accountId: ACCOUNT }),
    }));
    expect(left).toEqual({ account: 2, directory: 0, access: 0, groups: 0 });
    const list = await world.get('portal-customers.list', { params: { siteId } });
    expect(list.items.map(({ id, email, state }) => ({ id, email, state }))).toEqual([
      { id: customerId, email: 'Ada@Northmill.example', state: 'active' },
    ]);
  });

  test('leaves requests of other sites with the account: nobody can open them there, before or after', async () => {
    const plan = await world.get('accounts.conversion', { params });
    expect([plan.requestsMoved, plan.requestsElsewhere]).toEqual([1, 1]);
    await world.get('accounts.convert', { params });
    const reporters = world.read((tx) =>
      tx.requests
        .where({})
        .map(({ siteId: place, reporterId }) => [place, isPortalCustomerId(reporterId)]),
    );
    expect(Object.fromEntries(reporters)).toEqual({ [siteId]: true, 'site_fjord-care': false });
  });

  test('hears only that a portal password has to be set', async () => {
    await world.get('accounts.convert', { params });
    const messages = world.read((tx) => tx.messages.where({ to: 'Ada@Northmill.example' }));
    expect(messages.map(({ kind }) => kind).toSorted()).toEqual([
      'converted-to-portal-only',
      'set-password',
    ]);
  });

  test('is in the audit log with what was before and after', async () => {
    const { customerId } = await world.get('accounts.convert', { params });
    const entry = world.read((tx) => tx.auditEntries.first({ action: 'account.converted' }));
    expect(entry).toMatchObject({
      siteId,
      organizationId,
      subjectId: ACCOUNT,
      facts: { customerId, requestsMoved: 1, canOpenBefore: 1, canOpenAfter: 1 },
      before: { accountType: 'atlassian', role: 'customer', status: 'active' },
      after: { accountType: 'portal-only', state: 'active', status: null },
    });
  });

  test('there and back twice leaves one profile: the inactive ones make room and stay inactive (S1)', async () => {
    async function thereAndBack() {
      const { customerId } = await world.get('accounts.convert', { params });
      expect(await migrate(world, siteId, customerId)).toBe(ACCOUNT);
    }
    await thereAndBack();
    await thereAndBack();
    const states = world.read((tx) => tx.portalCustomers.where({ siteId }).map((one) => one.state));
    expect(states.toSorted()).toEqual(['deleted', 'migrated']);
    expect(world.read(violations)).toEqual([]);
  });

  test('role None with site access kept: neither listed under portal customers nor able to open anything (S3)', async () => {
    await world.get('accounts.set-role', {
      params: { organizationId, ...params },
      body: { role: 'none' },
    });
    const list = await world.get('portal-customers.list', { params: { siteId } });
    expect(list.total).toBe(0);
    const users = await world.get('accounts.list', {
      params: { organizationId },
      query: { siteId },
    });
    expect(users.items.map(({ role, state }) => ({ role, state }))).toEqual([
      { role: 'none', state: 'active' },
    ]);
    expect(world.read((tx) => openable(tx, siteId, EMAIL))).toBe(0);
  });
});
