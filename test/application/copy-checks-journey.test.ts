/* Check for Conflicts from the block to the run (S2, last paragraph; domain.md 5.1, 6.3). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { BodyOf } from '#src/contract/api.ts';
import { isPortalCustomerId, type AccountId } from '#src/domain/ids.ts';
import { parseReport } from '#test/support/read-zip.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SOURCE = 'site_harbor-support';
const DESTINATION = 'site_harbor';
const NORTHMILL = 'customer-organization_harbor-support-northmill';
const TARGET = { siteId: SOURCE, customerOrganizationId: NORTHMILL };

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function planned(over: Partial<BodyOf<'copy-plans.create'>> = {}) {
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Facilities',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: ['project_hs-facilities'],
      ...over,
    },
  });
  return { planId: plan.id };
}

async function checksOf(params: { planId: string }, fingerprint?: string) {
  const query = fingerprint === undefined ? {} : { fingerprint };
  return world.get('copy-plans.checks', { params, query });
}

async function run(params: { planId: string }) {
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  expect((await world.get('copy-plans.get', { params })).state).toBe('finished');
}

function named(siteId: typeof SOURCE | typeof DESTINATION, name: string) {
  return world.read((tx) => tx.customerOrganizations.where({ siteId, name }));
}

/** How many requests each person sees in the source's help center. */
async function opened(emails: readonly string[]) {
  const counts = [];
  for (const email of emails) {
    const params = { siteId: SOURCE };
    counts.push(
      (await world.get('help-center.view', { params, query: { email } })).requests.length,
    );
  }
  return counts;
}

describe('same names with different customers cause an error (S2, "Copy customer organizations")', () => {
  test('the check names the customer organization, its file lists it, and nothing runs', async () => {
    const params = await planned();
    const { errors, checks } = await checksOf(params);
    const check = checks['customer-organizations'];
    expect([errors, check.result, check.total]).toEqual([1, 'error', 1]);
    expect(check.rows).toMatchObject([
      { customerOrganizationId: NORTHMILL, name: 'Northmill Freight', differs: 'members' },
    ]);
    const file = await world.raw('copy-plans.check-file', {
      params: { ...params, check: 'customer-organizations' },
    });
    expect(parseReport(file)).toMatchObject([
      { 'Customer organization': 'Northmill Freight', Difference: 'Members' },
    ]);
    const { fingerprint } = await world.get('copy-plans.forecast', { params });
    const refused = await world.refuse('copy-plans.run', { params, body: { fingerprint } });
    expect(refused).toMatchObject({
      code: 'copy-plan.conflicts',
      facts: { names: ['Northmill Freight'] },
    });
  });

  test('renamed on the source it passes, and the run brings it under the new name', async () => {
    const params = await planned();
    const members = world.read((tx) =>
      tx.customerOrganizationMembers.count({ customerOrganizationId: NORTHMILL }),
    );
    await world.get('customer-organizations.rename', {
      params: TARGET,
      body: { name: 'Northmill Facilities' },
    });
    expect((await checksOf(params)).checks['customer-organizations'].result).toBe('pass');
    await run(params);
    expect(named(DESTINATION, 'Northmill Facilities')).toHaveLength(1);
    expect(named(DESTINATION, 'Northmill Freight')).toHaveLength(1);
    const [copy] = named(DESTINATION, 'Northmill Facilities');
    const copied = world.read((tx) =>
      tx.customerOrganizationMembers.count({ customerOrganizationId: copy!.id }),
    );
    expect(copied).toBe(members);
    const [entry] = world.read((tx) =>
      tx.auditEntries.where({ action: 'customer-organization.renamed' }),
    );
    expect([entry?.before, entry?.after]).toEqual([
      { name: 'Northmill Freight' },
      { name: 'Northmill Facilities' },
    ]);
  });

  test('removed from the source it passes with exactly the consequences foretold, and the run works', async () => {
    const params = await planned();
    const [row] = (await checksOf(params)).checks['customer-organizations'].rows;
    const shared = world.read((tx) => tx.requests.where({ customerOrganizationId: NORTHMILL }));
    const emails = world.read((tx) =>
      tx.customerOrganizationMembers
        .where({ customerOrganizationId: NORTHMILL })
        .map(({ holderId: id }) =>
          isPortalCustomerId(id)
            ? tx.portalCustomers.get({ id })!.email
            : tx.accounts.get({ id: id as AccountId })!.email,
        ),
    );
    const before = await opened(emails);
    await world.get('customer-organizations.remove', { params: TARGET });
    const after = await opened(emails);
    const losing = emails.filter((_, index) => after[index]! < before[index]!);
    expect(row?.removal).toEqual({ requests: shared.length, losing: losing.length });
    expect(losing.length).toBeGreaterThan(0);
    world.read((tx) => {
      for (const { id } of shared) {
        expect(tx.requests.get({ id })).toMatchObject({ customerOrganizationId: null });
      }
      const own = { customerOrganizationId: NORTHMILL } as const;
      expect(tx.customerOrganizationMembers.count(own)).toBe(0);
      expect(tx.customerOrganizationProjects.count(own)).toBe(0);
    });
    expect((await checksOf(params)).checks['customer-organizations'].result).toBe('pass');
    await run(params);
    expect(named(DESTINATION, 'Northmill Freight')).toHaveLength(1);
  });

  test('the same members but other project access block as well (domain.md 6.3)', async () => {
    const params = await planned({ projectIds: ['project_hs-it'] });
    expect((await checksOf(params)).errors).toBe(0);
    // Aegean Lines has the same members on both sites; now a project of both is linked at one end only.
    world.store.write((tx) => {
      const project = tx.serviceProjects.get({ id: 'project_harbor-billing' })!;
      tx.serviceProjects.put({ ...project, name: 'IT Help' });
    });
    expect((await checksOf(params)).checks['customer-organizations'].rows).toMatchObject([
      { name: 'Aegean Lines', differs: 'projects' },
    ]);
  });
});

test('block-listed groups stay behind while their members are copied (domain.md 5.1, BLOCK)', async () => {
  const params = await planned({ destinationSiteId: 'site_fjord-care', projectIds: [] });
  world.store.write((tx) => {
    const group = tx.groups.first({ siteId: SOURCE, name: 'site-admins' })!;
    tx.groups.put({ ...group, name: 'system-administrators', role: 'agent' });
  });
  const { checks } = await checksOf(params);
  const check = checks['blocked-groups'];
  expect(check.result).toBe('warning');
  expect(check.facts.people).toBeGreaterThan(0);
  await run(params);
  const siteId = 'site_fjord-care';
  world.read((tx) => {
    expect(tx.groups.first({ siteId, name: 'system-administrators' })).toBeUndefined();
    for (const { email } of check.rows) {
      const account = tx.accounts.first({ email })!;
      expect(tx.siteAccess.get({ siteId, accountId: account.id })).toBeDefined();
    }
  });
});

test('whom the check names gets the role of the joined group at once (domain.md 5.1, GRPS)', async () => {
  const params = await planned({ projectIds: [] });
  const { rows, result, facts } = (await checksOf(params)).checks['existing-groups'];
  expect(result).toBe('warning');
  expect(facts.groups).toBe(1);
  await run(params);
  for (const { group, email, gives, roleNow } of rows) {
    const joined = world.read((tx) => {
      const { id: groupId } = tx.groups.first({ siteId: DESTINATION, name: group })!;
      const accountId = tx.accounts.first({ email })!.id;
      return (
        tx.memberships.get({ groupId, accountId }) && tx.queries.roleOn(DESTINATION, accountId)
      );
    });
    expect([email, joined]).toEqual([email, roleNow === 'agent' ? 'agent' : gives]);
  }
});

test('a Free destination that joined agents do not fit blocks the run, and a paid one does not', async () => {
  const params = await planned({ projectIds: [] });
  world.store.write((tx) => {
    const group = tx.groups.first({ siteId: SOURCE, role: 'agent' })!;
    tx.groups.put({ ...group, id: 'group_joined', siteId: DESTINATION, isDefault: false });
  });
  const paid = await checksOf(params);
  expect(paid.checks.licences.result).toBe('pass');
  expect(paid.checks.licences.facts.atOnce).toBeGreaterThan(0);
  const before = world.read((tx) => tx.queries.licencesUsed(DESTINATION));
  world.store.write((tx) => {
    tx.sites.put({ ...tx.sites.get({ id: DESTINATION })!, subscription: 'free' });
  });
  expect((await checksOf(params)).checks.licences.result).toBe('error');
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  const refused = await world.refuse('copy-plans.run', { params, body: { fingerprint } });
  expect(refused.code).toBe('licences.exhausted');
  world.store.write((tx) => {
    tx.sites.put({ ...tx.sites.get({ id: DESTINATION })!, subscription: 'paid' });
  });
  await run(params);
  const after = world.read((tx) => tx.queries.licencesUsed(DESTINATION));
  expect(after - before).toBe(paid.checks.licences.facts.atOnce);
});

test('data that changed since the forecast is a warning until the new forecast is looked at', async () => {
  const params = await planned({ projectIds: [] });
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  expect((await checksOf(params, fingerprint)).checks['data-changed'].result).toBe('pass');
  world.store.write((tx) => {
    const customer = tx.portalCustomers.first({ siteId: SOURCE, state: 'active' })!;
    tx.portalCustomers.put({ ...customer, state: 'deleted' });
  });
  expect((await checksOf(params, fingerprint)).checks['data-changed'].result).toBe('warning');
  const { fingerprint: present } = await world.get('copy-plans.forecast', { params });
  expect((await checksOf(params, present)).checks['data-changed'].result).toBe('pass');
});

test('a cell of the file that a spreadsheet would run is guarded', async () => {
  await world.get('customer-organizations.rename', {
    params: {
      siteId: DESTINATION,
      customerOrganizationId: 'customer-organization_harbor-northmill',
    },
    body: { name: '=1+1' },
  });
  await world.get('customer-organizations.rename', { params: TARGET, body: { name: '=1+1' } });
  const params = await planned();
  const { body } = await world.raw('copy-plans.check-file', {
    params: { ...params, check: 'customer-organizations' },
  });
  expect(new TextDecoder().decode(body!)).toContain("'=1+1");
});
