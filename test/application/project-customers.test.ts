/* Customers of a service project: adding some, and the list of them (domain.md 3.3). */
import { beforeEach, describe, expect, test } from 'vitest';
import { hasWork } from '#src/application/workspace.ts';
import type { QueryOf } from '#src/contract/api.ts';
import type { ProjectCustomer } from '#src/contract/wire.ts';
import { isFoundBy } from '#src/domain/search-key.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { openWorld, type World } from '#test/support/world.ts';

const DESTINATION = 'site_harbor';
const DESK = { siteId: DESTINATION, projectId: 'project_harbor-freight' } as const;
const STAFF = 'new.colleague@harbor-logistics.example';
const OUTSIDER = 'ada@northmill.example';

let world: World;

function add(...emails: string[]) {
  return world.get('service-projects.add-customers', { params: DESK, body: { emails } });
}

function preview(...emails: string[]) {
  return world.get('service-projects.admission', { params: DESK, body: { emails } });
}

/** Everybody of a project, page by page. */
async function list(params: { readonly siteId: string; readonly projectId: string } = DESK) {
  return listBy({}, params);
}

async function listBy(
  query: QueryOf<'service-projects.customers'>,
  params: { readonly siteId: string; readonly projectId: string } = DESK,
) {
  const items: ProjectCustomer[] = [];
  for (;;) {
    const page = await world.get('service-projects.customers', {
      params,
      query: { ...query, offset: items.length, limit: 200 },
    });
    items.push(...page.items);
    if (items.length >= page.total) return { items, total: page.total };
  }
}

function sentTo(email: string) {
  return world.read((tx) =>
    tx.messages.where({ to: email }).map(({ kind, facts }) => [kind, facts['project'] ?? null]),
  );
}

describe('adding customers to a project', () => {
  beforeEach(async () => {
    world = await openWorld('blank');
  });

  test('gives accounts by the customer access settings, the project role, and an invitation for the project', async () => {
    const { results } = await add(STAFF, OUTSIDER, OUTSIDER.toUpperCase(), 'no address');
    expect(results.map(({ email, outcome, isTold }) => [email, outcome, isTold])).toEqual([
      [STAFF, 'atlassian', true],
      [OUTSIDER, 'portal-only', true],
      ['no address', 'refused', false],
    ]);
    expect(sentTo(STAFF)).toEqual([
      ['verify-email', null],
      ['customer-invitation', 'Freight Desk'],
    ]);
    expect(sentTo(OUTSIDER)).toEqual([
      ['customer-invitation', 'Freight Desk'],
      ['set-password', null],
    ]);
    const { items } = await list();
    expect(
      items.map(({ email, holding, hasRole, state }) => [email, holding, hasRole, state]),
    ).toEqual([
      [OUTSIDER, 'portal-only', true, 'active'],
      [STAFF, 'atlassian', true, 'active'],
    ]);
  });

  test('leaves whoever has the project role alone', async () => {
    await add(STAFF, OUTSIDER);
    const before = dumpOf(world.store);
    const { results } = await add(STAFF, OUTSIDER);
    expect(results.map(({ outcome, isTold }) => [outcome, isTold])).toEqual([
      ['in-project', false],
      ['in-project', false],
    ]);
    const { messages, projectReferences, auditEntries } = before;
    expect(dumpOf(world.store)).toMatchObject({ messages, projectReferences, auditEntries });
  });

  test('brings an existing account in and tells it, in another project again', async () => {
    await add(OUTSIDER);
    const params = { siteId: DESTINATION, projectId: 'project_harbor-billing' };
    const { results } = await world.get('service-projects.add-customers', {
      params,
      body: { emails: [OUTSIDER] },
    });
    expect(results).toMatchObject([
      { outcome: 'existing', reason: 'has-portal-only', isTold: true, logIn: { outcome: 'in' } },
    ]);
    expect(sentTo(OUTSIDER)).toContainEqual(['customer-invitation', 'Billing']);
    expect((await list(params)).total).toBe(1);
  });

  test('tells nobody who cannot log in', async () => {
    await world.get('customers.invite', {
      params: { siteId: DESTINATION },
      body: { emails: [OUTSIDER] },
    });
    const { id } = world.read((tx) => tx.portalCustomers.first({ emailKey: OUTSIDER })!);
    await world.get('portal-customers.revoke', { params: { siteId: DESTINATION, customerId: id } });
    const before = sentTo(OUTSIDER);
    const { results } = await add(OUTSIDER);
    expect(results).toMatchObject([
      { outcome: 'existing', isTold: false, logIn: { outcome: 'refused', because: 'revoked' } },
    ]);
    expect(sentTo(OUTSIDER)).toEqual(before);
    expect((await list()).items).toMatchObject([{ hasRole: true, state: 'revoked' }]);
  });

  test('an account without the Customer role gets both roles from who manages users, and nothing from an agent (INVPERM)', async () => {
    await add(STAFF);
    const { id } = world.read((tx) => tx.accounts.first({ emailKey: STAFF })!);
    world.store.write((tx) => tx.memberships.removeWhere({ accountId: id }));
    await world.get('workspace.set-persona', { body: { persona: 'agent' } });
    expect((await add(STAFF)).results).toMatchObject([
      { outcome: 'refused', reason: 'needs-customer-role' },
    ]);
    await world.get('workspace.set-persona', { body: { persona: 'user-access-admin' } });
    expect((await add(STAFF)).results).toMatchObject([
      { outcome: 'existing', reason: 'given-customer-role', isTold: true },
    ]);
    const roles = world.read((tx) => tx.projectReferences.where({ subjectId: id }));
    expect(roles).toMatchObject([
      { place: 'permission', name: 'Service Desk Customers', projectId: DESK.projectId },
    ]);
  });

  test('is written to the audit log, one entry for each person', async () => {
    await add(STAFF, OUTSIDER, 'no address');
    const entries = world.read((tx) => tx.auditEntries.where({ action: 'project.customer-added' }));
    expect(entries.map(({ facts }) => facts)).toEqual([
      { email: STAFF, project: 'Freight Desk' },
      { email: OUTSIDER, project: 'Freight Desk' },
    ]);
    expect(entries[0]).toMatchObject({
      siteId: DESTINATION,
      before: { projectRole: null },
      after: { projectRole: 'Service Desk Customers' },
    });
    // A reset would lose it, and asks first.
    expect(world.read(hasWork)).toBe(true);
  });

  test('sent twice under one key adds once', async () => {
    const call = { params: DESK, body: { emails: [OUTSIDER] }, key: 'once' };
    const first = await world.get('service-projects.add-customers', call);
    expect(await world.get('service-projects.add-customers', call)).toEqual(first);
    expect(sentTo(OUTSIDER)).toHaveLength(2);
  });

  test('is the same as its preview, which changes nothing', async () => {
    await add(OUTSIDER);
    const emails = [STAFF, OUTSIDER, 'other@mail.example', 'no address'];
    const before = dumpOf(world.store);
    const shown = await preview(...emails);
    expect(dumpOf(world.store)).toEqual(before);
    expect(await add(...emails)).toEqual(shown);
  });

  test('works in strict mode, without the preview that the real product lacks', async () => {
    await world.get('workspace.set-strict', { body: { strict: true } });
    const call = { params: DESK, body: { emails: [OUTSIDER] } };
    const refused = await world.refuse('service-projects.admission', call);
    expect(refused).toMatchObject({ code: 'strict-mode' });
    expect((await add(OUTSIDER)).results).toMatchObject([{ outcome: 'portal-only' }]);
  });

  test.each(['organization-admin', 'user-access-admin', 'product-admin', 'agent'] as const)(
    'is open to the %s, and a site admin of the original experience (domain.md 3.3)',
    async (persona) => {
      await world.get('workspace.set-persona', { body: { persona } });
      expect((await add(OUTSIDER)).results).toMatchObject([{ outcome: 'portal-only' }]);
      expect((await list()).total).toBe(1);
      await world.get('workspace.set-persona', { body: { persona: 'site-admin' } });
      const body = { emails: [OUTSIDER] };
      expect(
        await world.refuse('service-projects.add-customers', { params: DESK, body }),
      ).toMatchObject({ code: 'forbidden' });
      const params = { siteId: 'site_fjord-care', projectId: 'project_fjord-it' };
      const there = await world.get('service-projects.add-customers', { params, body });
      expect(there.results).toMatchObject([{ outcome: 'portal-only' }]);
    },
  );
});

describe('the list', () => {
  beforeEach(async () => {
    world = await openWorld('demo');
  });

  test('is searched, filtered, sorted and paged', async () => {
    const all = await list();
    expect(all.total).toBe(all.items.length);
    const search = all.items[3]!.name.slice(0, 4);
    expect((await listBy({ search })).items).toEqual(
      all.items.filter((row) => isFoundBy(search, row)),
    );
    for (const projectRole of ['added', 'not-added'] as const) {
      const kept = all.items.filter(({ hasRole }) => hasRole === (projectRole === 'added'));
      expect((await listBy({ projectRole })).items).toEqual(kept);
    }
    for (const holding of ['portal-only', 'atlassian', 'both', 'nobody'] as const) {
      const kept = all.items.filter((row) => row.holding === holding);
      expect((await listBy({ holding })).items).toEqual(kept);
    }
    expect((await listBy({ state: 'active' })).items).toEqual(
      all.items.filter(({ state }) => state === 'active'),
    );
    const most = await listBy({ sort: 'requests', direction: 'descending' });
    const counts = most.items.map(({ requests }) => requests);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const query = { offset: 5, limit: 5 };
    const page = await world.get('service-projects.customers', { params: DESK, query });
    expect(page).toMatchObject({ total: all.total, items: all.items.slice(5, 10) });
  });

  test('agrees with a naive walk over every record of the project', async () => {
    const { items } = await list();
    const keys = world.read((tx) => {
      const { projectId, siteId } = DESK;
      const requests = tx.requests.where({ projectId });
      const holders = new Set<string>([
        ...requests.map(({ reporterId }) => reporterId),
        ...requests.flatMap(({ id }) =>
          tx.requestParticipants.where({ requestId: id }).map(({ holderId }) => holderId),
        ),
        ...tx.customerOrganizationProjects
          .where({ projectId })
          .flatMap(({ customerOrganizationId }) =>
            tx.customerOrganizationMembers
              .where({ customerOrganizationId })
              .map(({ holderId }) => holderId),
          ),
        ...tx.projectReferences
          .where({ projectId, name: 'Service Desk Customers' })
          .map(({ subjectId }) => subjectId),
      ]);
      return [
        ...tx.portalCustomers.where({ siteId }).filter(({ state }) => state !== 'deleted'),
        ...tx.accounts.where({}),
      ]
        .filter(({ id }) => holders.has(id))
        .map(({ emailKey }) => emailKey);
    });
    expect(items.map(({ emailKey }) => emailKey).toSorted()).toEqual([...new Set(keys)].toSorted());
  });
});
