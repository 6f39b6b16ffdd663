/*
 * A further run between the same sites (S2, "Copy customer organizations": "we won't move all your
 * customers and customer organizations again"): what it leaves out, by which run, and what it copies.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { parseCsvText, unzipped } from '#test/support/read-zip.ts';
import {
  addCustomerOrganization,
  addProfile,
  addRequest,
  copy,
  DESTINATION,
  OTHER_SOURCE_PROJECT,
  outcomeOf,
  planCopy,
  SOURCE,
  SOURCE_PROJECT,
} from '#test/support/two-sites.ts';
import { violations } from '#test/support/invariants.ts';
import { openWorld, type World } from '#test/support/world.ts';

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
});

function add(name: string, organization?: string): void {
  world.store.write((tx) => {
    const id = addProfile(tx, SOURCE, name);
    addRequest(tx, SOURCE, `Of ${name}`, id);
    if (organization) addCustomerOrganization(tx, SOURCE, organization, [id], [SOURCE_PROJECT]);
  });
}

function leftOut(params: { planId: string }) {
  return world.get('copy-plans.left-out', { params });
}

function person(params: { planId: string }, name: string) {
  return world.get('copy-plans.person', {
    params: { ...params, holderId: `qm:${SOURCE}:${name}` },
  });
}

/** The one profile of an address on the destination that is not deleted. */
function onDestination(name: string) {
  const emailKey = `${name}@mail.example`;
  return world
    .read((tx) => tx.portalCustomers.where({ siteId: DESTINATION, emailKey }))
    .find(({ state }) => state !== 'deleted');
}

const NOTHING = { customers: 0, customerOrganizations: 0, requests: 0, runs: [] };

test('a first run leaves nothing out', async () => {
  add('ada', 'Aegean Lines');
  const { id: planId } = await planCopy(world);
  expect(await leftOut({ planId })).toEqual(NOTHING);
  expect(await leftOut(await copy(world))).toEqual(NOTHING);
  expect((await person({ planId }, 'ada')).earlier).toMatchObject({ isLeftOut: true });
});

describe('S2: "we\'ll only copy any new customers and organizations that have been added to the source instance since the last migration"', () => {
  test('what was copied is counted by the run that did, before the further run and after it', async () => {
    add('ada', 'Aegean Lines');
    const first = await copy(world, { name: 'First' });
    add('bob', 'Baltic Cargo');
    const second = await copy(world, { name: 'Second' });
    add('eve');
    const { id: planId } = await planCopy(world, { name: 'Third' });
    const runOf = (params: { planId: string }) => {
      const { id, name, finishedAt } = world.read((tx) =>
        tx.copyPlans.get({ id: params.planId as `plan_${string}` })!,
      );
      return { id, name, finishedAt };
    };
    const one = { customers: 1, customerOrganizations: 1, requests: 1 };
    const expected = {
      customers: 2,
      customerOrganizations: 2,
      requests: 2,
      runs: [
        { ...one, run: runOf(second) },
        { ...one, run: runOf(first) },
      ],
    };
    expect(await leftOut({ planId })).toEqual(expected);
    const third = await copy(world, { name: 'Third' });
    expect(await leftOut(third)).toEqual(expected);
    expect(await leftOut(second)).toMatchObject({ ...one, runs: [{ run: { name: 'First' } }] });
    expect(await outcomeOf(world, third, 'eve')).toMatchObject({ action: 'create' });
    expect(await outcomeOf(world, third, 'bob')).toMatchObject({ action: 'left-out' });
    expect(world.read(violations)).toEqual([]);
  });

  test('a person is told the run and its time, and what else stays out', async () => {
    add('ada', 'Aegean Lines');
    await copy(world, { name: 'First' });
    world.store.write((tx) => addRequest(tx, SOURCE, 'New', `qm:${SOURCE}:ada`));
    const { id: planId } = await planCopy(world, { name: 'Second' });
    const { earlier } = await person({ planId }, 'ada');
    expect(earlier).toMatchObject({
      run: { name: 'First' },
      isLeftOut: true,
      requests: 1,
      customerOrganizations: ['Aegean Lines'],
    });
    expect(earlier?.run.finishedAt).toBeGreaterThan(0);
    const second = await copy(world, { name: 'Second run' });
    expect((await person(second, 'ada')).earlier).toEqual(earlier);
    const outcome = await outcomeOf(world, second, 'ada');
    expect(outcome).toMatchObject({ action: 'left-out', arriving: 1 });
  });

  test('a new customer joins the copy of their customer organization, an earlier one does not', async () => {
    add('ada', 'Aegean Lines');
    add('bob');
    await copy(world, { name: 'First' });
    add('eve');
    const organization = world.read((tx) =>
      tx.customerOrganizations.first({ siteId: SOURCE, name: 'Aegean Lines' }),
    )!;
    world.store.write((tx) => {
      for (const name of ['bob', 'eve']) {
        tx.customerOrganizationMembers.put({
          customerOrganizationId: organization.id,
          holderId: `qm:${SOURCE}:${name}`,
        });
      }
    });
    const { id: planId } = await planCopy(world, { name: 'Second' });
    const forecast = await world.get('copy-plans.forecast', { params: { planId } });
    expect(forecast.organizations).toMatchObject([{ outcome: 'copied-before', members: 1 }]);
    await copy(world, { name: 'Second run' });
    const there = world.read((tx) => {
      const copied = tx.customerOrganizations.first({
        siteId: DESTINATION,
        name: 'Aegean Lines',
      })!;
      return tx.customerOrganizationMembers
        .where({ customerOrganizationId: copied.id })
        .map(({ holderId }) => holderId);
    });
    expect(new Set(there)).toEqual(new Set([onDestination('ada')?.id, onDestination('eve')?.id]));
    // A third run finds everybody there and claims nobody anew.
    await copy(world, { name: 'Third' });
    expect(world.read(violations)).toEqual([]);
    const { id: last } = await planCopy(world, { name: 'Fourth' });
    const again = await world.get('copy-plans.forecast', { params: { planId: last } });
    expect(again.organizations).toMatchObject([{ outcome: 'copied-before', members: 0 }]);
  });

  test('Customers.csv names the run and its day beside who was left out', async () => {
    add('ada');
    await copy(world, { name: 'First' });
    const params = await copy(world, { name: 'Second' });
    const { body } = await world.raw('copy-plans.reports-file', { params });
    const rows = parseCsvText(unzipped(body!)['Customers.csv']!);
    expect(rows.map((row) => row['Outcome'])).toEqual([
      'Left out, copied earlier by First on 2026-03-02',
    ]);
  });

  test('a run of other service projects leaves out the customers and brings its own requests', async () => {
    add('ada');
    await copy(world);
    const projectId = OTHER_SOURCE_PROJECT;
    world.store.write((tx) => addRequest(tx, SOURCE, 'Other', `qm:${SOURCE}:ada`, { projectId }));
    const { id: planId } = await planCopy(world, { projectIds: [projectId] });
    expect(await leftOut({ planId })).toMatchObject({ customers: 1, requests: 0 });
  });

  test('runs the other way round and between other sites count for nothing', async () => {
    add('ada');
    await copy(world, { projectIds: [] });
    const { id: planId } = await planCopy(world, {
      sourceSiteId: DESTINATION,
      destinationSiteId: SOURCE,
      projectIds: [],
    });
    expect(await leftOut({ planId })).toEqual(NOTHING);
  });
});

describe('domain.md 6.1, LINK: what is gone from the destination is copied again', () => {
  test('a customer that was deleted there', async () => {
    add('ada');
    await copy(world, { name: 'First' });
    const customerId = onDestination('ada')!.id;
    const params = { siteId: DESTINATION, customerId };
    await world.get('portal-customers.delete', { params });
    const { id: planId } = await planCopy(world, { name: 'Second' });
    expect((await person({ planId }, 'ada')).earlier).toMatchObject({
      run: { name: 'First' },
      isLeftOut: false,
    });
    expect(await leftOut({ planId })).toMatchObject({ customers: 0, requests: 1 });
    const second = await copy(world, { name: 'Second run' });
    expect(await outcomeOf(world, second, 'ada')).toMatchObject({ action: 'create' });
    expect(onDestination('ada')?.state).toBe('active');
    // What a third run leaves out, the second has copied.
    const third = await copy(world, { name: 'Third' });
    expect((await person(third, 'ada')).earlier).toMatchObject({ run: { name: 'Second run' } });
    expect(world.read(violations)).toEqual([]);
  });

  test('a customer organization that was removed there, with its members', async () => {
    add('ada', 'Aegean Lines');
    await copy(world);
    const siteId = DESTINATION;
    const copied = world.read((tx) => tx.customerOrganizations.where({ siteId }));
    const params = { siteId, customerOrganizationId: copied[0]!.id };
    await world.get('customer-organizations.remove', { params });
    await copy(world, { name: 'Second' });
    const again = world.read((tx) => tx.customerOrganizations.where({ siteId }));
    expect(again.map(({ name }) => name)).toEqual(['Aegean Lines']);
    const customerOrganizationId = again[0]!.id;
    const members = world.read((tx) =>
      tx.customerOrganizationMembers.where({ customerOrganizationId }),
    );
    expect(members.map(({ holderId }) => holderId)).toEqual([onDestination('ada')!.id]);
  });

  test('a request that is missing there', async () => {
    add('ada');
    await copy(world);
    world.store.write((tx) => tx.requests.removeWhere({ siteId: DESTINATION }));
    const { id: planId } = await planCopy(world);
    expect(await leftOut({ planId })).toMatchObject({ customers: 1, requests: 0 });
    await copy(world, { name: 'Second' });
    const requests = world.read((tx) => tx.requests.where({ siteId: DESTINATION }));
    expect(requests).toMatchObject([{ summary: 'Of ada', reporterId: onDestination('ada')!.id }]);
  });
});
