/* S2, sentence by sentence: copying customers and customer organizations. */
import { expect } from 'vitest';
import type { ReferencePlace } from '#src/domain/project-reference.ts';
import { parseReport } from '#test/support/read-zip.ts';
import {
  addAccount,
  addCustomerOrganization,
  addProfile,
  addRequest,
  copy,
  DESTINATION,
  emailOf,
  opens,
  OTHER_SOURCE_PROJECT,
  planCopy,
  SOURCE,
  SOURCE_PROJECT,
} from '#test/support/two-sites.ts';
import type { World } from '#test/support/world.ts';
import type { S2, TestsOf } from './s0-s2-sentences.ts';

/** Portal-only accounts of the destination by name, with their state. */
function profiles(world: World): string[] {
  const there = world.read((tx) => tx.portalCustomers.where({ siteId: DESTINATION }));
  return there.map(({ name, state }) => `${name} ${state}`).toSorted();
}

function organizations(world: World): string[] {
  const there = world.read((tx) => tx.customerOrganizations.where({ siteId: DESTINATION }));
  return there.map(({ name }) => name).toSorted();
}

/** nia is named in a place of the selected project, olga in the same place of another. */
async function copiesWhomItNames(
  world: World,
  place: ReferencePlace,
  name: string,
  isOfRequest = true,
): Promise<void> {
  world.store.write((tx) => {
    const people = { nia: SOURCE_PROJECT, olga: OTHER_SOURCE_PROJECT } as const;
    for (const [person, projectId] of Object.entries(people)) {
      const subjectId = addProfile(tx, SOURCE, person);
      const request = addRequest(tx, SOURCE, projectId, 'former-user', { projectId });
      const requestId = isOfRequest ? request : null;
      const named = { projectId, requestId, place, name, subjectId };
      tx.projectReferences.put({ id: `reference_${person}`, ...named });
    }
  });
  await copy(world, { customers: 'related', users: 'related' });
  expect(profiles(world)).toEqual(['nia active']);
}

/** ada and bob, each in a customer organization of the same name, on either site. */
function nameTwice(world: World): string {
  return world.store.write((tx) => {
    const members = [addProfile(tx, SOURCE, 'ada')];
    addProfile(tx, DESTINATION, 'ada');
    addCustomerOrganization(tx, DESTINATION, 'Acme', [addProfile(tx, DESTINATION, 'bob')], []);
    return addCustomerOrganization(tx, SOURCE, 'Acme', members, [SOURCE_PROJECT]);
  });
}

async function logIn(world: World, name: string) {
  const query = { email: emailOf(name) };
  const params = { siteId: DESTINATION };
  const { standing } = await world.get('help-center.view', { params, query });
  return { outcome: standing.logIn.outcome, opensPortals: standing.portalsOpen > 0 };
}

export const testsOfS2: TestsOf<typeof S2> = {
  async oneAccountPerAddress(world) {
    world.store.write((tx) => {
      addProfile(tx, SOURCE, 'dan', { email: 'Dan@Mail.example' });
      addProfile(tx, DESTINATION, 'dan');
      addProfile(tx, SOURCE, 'eva');
    });
    await copy(world);
    expect(profiles(world)).toEqual(['dan active', 'eva active']);
    expect(await logIn(world, 'dan')).toEqual({ outcome: 'in', opensPortals: true });
    expect(await logIn(world, 'eva')).toEqual({ outcome: 'in', opensPortals: true });
  },

  async linkedNotCreated(world) {
    const there = world.store.write((tx) => {
      const dan = addProfile(tx, SOURCE, 'dan');
      const acme = addCustomerOrganization(tx, SOURCE, 'Acme', [dan], [SOURCE_PROJECT]);
      const other = addProfile(tx, SOURCE, 'eva');
      addRequest(tx, SOURCE, 'raised', dan);
      addRequest(tx, SOURCE, 'taken part in', other, { participants: [dan] });
      addRequest(tx, SOURCE, 'shared', other, { customerOrganizationId: acme });
      return addProfile(tx, DESTINATION, 'dan');
    });
    await copy(world);
    expect(profiles(world)).toEqual(['dan active', 'eva active']);
    expect(await opens(world, 'dan')).toEqual(['raised', 'shared', 'taken part in']);
    const linked = world.read((tx) => ({
      raised: tx.requests.where({ reporterId: there }).map(({ summary }) => summary),
      memberships: tx.queries.customerOrganizationsOf(DESTINATION, there).map(({ name }) => name),
    }));
    expect(linked).toEqual({ raised: ['raised'], memberships: ['Acme'] });
  },

  async twoChoices(world) {
    world.store.write((tx) => {
      addRequest(tx, SOURCE, 'raised', addProfile(tx, SOURCE, 'rita'));
      addProfile(tx, SOURCE, 'una');
    });
    await copy(world, { customers: 'related' });
    expect(profiles(world)).toEqual(['rita active']);
    await copy(world, { customers: 'all' });
    expect(profiles(world)).toEqual(['rita active', 'una active']);
  },

  standardField: (world) => copiesWhomItNames(world, 'standard-field', 'Assignee'),

  customField: (world) => copiesWhomItNames(world, 'custom-field', 'Approvers'),

  content: (world) => copiesWhomItNames(world, 'content', 'Comment'),

  workflow: (world) => copiesWhomItNames(world, 'workflow', 'Close', false),

  permission: (world) => copiesWhomItNames(world, 'permission', 'Service Desk Customers', false),

  async activeAndInactive(world) {
    world.store.write((tx) => {
      addProfile(tx, SOURCE, 'ada');
      addProfile(tx, SOURCE, 'ida', { state: 'revoked' });
      addAccount(tx, SOURCE, 'kai', { role: 'customer' });
      addAccount(tx, SOURCE, 'lea', { role: 'customer', access: 'suspended' });
    });
    await copy(world);
    expect(profiles(world)).toEqual(['ada active', 'ida revoked']);
    const access = world.read((tx) => tx.siteAccess.where({ siteId: DESTINATION }));
    const states = access.map(({ accountId, status }) => [accountId, status]);
    expect(Object.fromEntries(states)).toEqual({
      '712020:kai': 'active',
      '712020:lea': 'suspended',
    });
  },

  async contentOfDeleted(world) {
    world.store.write((tx) => {
      addRequest(tx, SOURCE, 'left behind', addProfile(tx, SOURCE, 'zoe'));
    });
    const customerId = `qm:${SOURCE}:zoe`;
    await world.get('portal-customers.delete', { params: { siteId: SOURCE, customerId } });
    await copy(world);
    const arrived = world.read((tx) => tx.requests.where({ siteId: DESTINATION }));
    expect(arrived.map(({ summary, reporterId }) => [summary, reporterId])).toEqual([
      ['left behind', 'former-user'],
    ]);
    expect(profiles(world)).toEqual([]);
  },

  async differingTypes(world) {
    world.store.write((tx) => {
      for (const name of ['ada', 'cem', 'eva']) addProfile(tx, SOURCE, name);
      addAccount(tx, DESTINATION, 'ada');
      addAccount(tx, SOURCE, 'bob');
      for (const name of ['bob', 'cem']) addProfile(tx, DESTINATION, name);
    });
    const params = await copy(world);
    const rows = parseReport(await world.raw('copy-plans.attention-file', { params }));
    expect(rows.map(({ Email }) => Email)).toEqual(['ada', 'bob'].map(emailOf));
    expect(rows.every((row) => row['Next step'] !== '')).toBe(true);
  },

  async relatedOrganizations(world) {
    world.store.write((tx) => {
      const members = [addProfile(tx, SOURCE, 'ada')];
      addCustomerOrganization(tx, SOURCE, 'Acme', members, [SOURCE_PROJECT]);
      addCustomerOrganization(tx, SOURCE, 'Brook', members, [OTHER_SOURCE_PROJECT]);
      addCustomerOrganization(tx, SOURCE, 'Cove', members, []);
    });
    await copy(world, { customers: 'all' });
    expect(organizations(world)).toEqual(['Acme']);
  },

  async notAgain(world) {
    world.store.write((tx) => {
      const members = [addProfile(tx, SOURCE, 'ada'), addAccount(tx, SOURCE, 'kai')];
      addCustomerOrganization(tx, SOURCE, 'Acme', members, [SOURCE_PROJECT]);
    });
    await copy(world);
    const first = [profiles(world), organizations(world)];
    const params = await copy(world);
    const { counts } = await world.get('copy-plans.outcomes', { params });
    expect(counts).toEqual({ 'left-out': 2 });
    expect([profiles(world), organizations(world)]).toEqual(first);
  },

  async onlyNew(world) {
    world.store.write((tx) => {
      const members = [addProfile(tx, SOURCE, 'ada')];
      addCustomerOrganization(tx, SOURCE, 'Acme', members, [SOURCE_PROJECT]);
    });
    await copy(world);
    world.store.write((tx) => {
      const members = [addProfile(tx, SOURCE, 'new')];
      addCustomerOrganization(tx, SOURCE, 'Newcomers', members, [SOURCE_PROJECT]);
    });
    const params = await copy(world);
    const { counts } = await world.get('copy-plans.outcomes', { params });
    expect(counts).toEqual({ 'left-out': 1, create: 1 });
    expect(profiles(world)).toEqual(['ada active', 'new active']);
    expect(organizations(world)).toEqual(['Acme', 'Newcomers']);
  },

  async sameNames(world) {
    nameTwice(world);
    const params = { planId: (await planCopy(world)).id };
    const { fingerprint, conflicts } = await world.get('copy-plans.forecast', { params });
    expect(conflicts.map(({ name }) => name)).toEqual(['Acme']);
    const problem = await world.refuse('copy-plans.run', { params, body: { fingerprint } });
    expect(problem.code).toBe('copy-plan.conflicts');
    // With the same customers it is one customer organization, and no error.
    world.store.write((tx) => {
      const place = {
        customerOrganizationId: `customer-organization_${DESTINATION} Acme`,
      } as const;
      tx.customerOrganizationMembers.removeWhere(place);
      tx.customerOrganizationMembers.put({ ...place, holderId: `qm:${DESTINATION}:ada` });
    });
    expect((await world.get('copy-plans.forecast', { params })).conflicts).toEqual([]);
  },

  async removeDuplicates(world) {
    const customerOrganizationId = nameTwice(world);
    const params = { siteId: SOURCE, customerOrganizationId };
    await world.get('customer-organizations.remove', { params });
    const { planId } = await copy(world);
    expect((await world.get('copy-plans.get', { params: { planId } })).state).toBe('finished');
  },

  async noMessage(world) {
    world.store.write((tx) => {
      for (const name of ['ada', 'bob']) addProfile(tx, SOURCE, name);
      addAccount(tx, DESTINATION, 'bob');
      addAccount(tx, SOURCE, 'kai', { role: 'customer' });
    });
    await copy(world);
    const { total } = await world.get('messages.list', { query: { delivery: 'sent' } });
    expect(total).toBe(0);
  },

  async inviteFromProject(world) {
    world.store.write((tx) => {
      addRequest(tx, SOURCE, 'raised', addProfile(tx, SOURCE, 'ada'));
    });
    const { planId } = await copy(world);
    const { items } = await world.get('service-projects.copied', { params: { planId } });
    const params = { siteId: DESTINATION, projectId: items[0]!.id };
    const emails = ['ada', 'new'].map(emailOf);
    const { results } = await world.get('service-projects.add-customers', {
      params,
      body: { emails },
    });
    expect(results.map(({ outcome }) => outcome)).toEqual(['existing', 'portal-only']);
    const sent = await world.get('messages.list', { query: { delivery: 'sent' } });
    expect(sent.items.map(({ to }) => to)).toContain(emailOf('new'));
    expect((await logIn(world, 'new')).outcome).toBe('in');
    const people = await world.get('service-projects.customers', { params });
    expect(people.items.map(({ email, hasRole }) => [email, hasRole])).toEqual([
      [emailOf('ada'), true],
      [emailOf('new'), true],
    ]);
  },

  async helpCenterLink(world) {
    world.store.write((tx) => {
      addProfile(tx, SOURCE, 'ada');
      addProfile(tx, SOURCE, 'cem');
      addProfile(tx, DESTINATION, 'cem');
    });
    expect((await logIn(world, 'ada')).outcome).toBe('refused');
    await copy(world);
    expect(await logIn(world, 'ada')).toEqual({ outcome: 'in', opensPortals: true });
    expect(await logIn(world, 'cem')).toEqual({ outcome: 'in', opensPortals: true });
  },
};
