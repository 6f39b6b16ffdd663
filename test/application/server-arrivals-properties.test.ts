/*
 * Random servers, random fixes, migrations in advance and with the data, whole, stopped and with a
 * fault, and changes on the site in between: everybody has one explanation that the records bear
 * out, each whole run comes to what was forecast, and both counts of S4 are those of the two pages.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastPlan } from '#src/application/copy-forecast.ts';
import { failJob } from '#src/application/jobs.ts';
import type { ArrivedPerson } from '#src/contract/wire.ts';
import type { CopyOutcome, CopyPlan } from '#src/domain/copy-plan.ts';
import { exclusionOf } from '#src/domain/server-choice.ts';
import { peopleOf } from '#src/domain/server-people.ts';
import { fixedPeople } from '#src/application/server-people.ts';
import { associatedKeys, choiceOf } from '#src/application/server-plan-people.ts';
import { violations } from '#test/support/invariants.ts';
import { SERVER } from '#test/support/small-server.ts';
import { DESTINATION } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';
import {
  addAccountAt,
  addCustomerAt,
  anyStep,
  arrivalWorld,
  chooseFixes,
  fillArrivalWorld,
  planOf,
  type Run,
  type Step,
} from './arrival-worlds.ts';

const siteId = DESTINATION;
const met = new Set<string>();

test('every person of a server is accounted for after any sequence of steps, and the counts agree', async () => {
  await fc.assert(
    fc.asyncProperty(
      arrivalWorld,
      fc.array(anyStep, { minLength: 4, maxLength: 8 }),
      async (start, steps) => {
        const world = await openWorld('blank');
        world.store.write((tx) => fillArrivalWorld(tx, start));
        for (const [number, next] of steps.entries()) {
          await take(world, next, number);
          expect(world.read(violations)).toEqual([]);
          const plans = world
            .read((tx) => tx.copyPlans.where({ sourcePlaceId: SERVER }))
            .filter(({ state }) => state !== 'saved');
          for (const plan of plans) await expectAccountedFor(world, plan);
        }
        world.store.close();
      },
    ),
    // The same worlds each time: the list below must not depend on luck.
    { numRuns: 120, seed: 20 },
  );
  expect([...met].toSorted()).toEqual([
    'blocked',
    'converted-since',
    'created',
    'excluded',
    'failed',
    'former',
    'gone-since',
    'linked',
    'linked-to-atlassian',
    'merged',
    'two-accounts',
    'waiting',
  ]);
}, 180_000);

async function take(world: World, next: Step, number: number): Promise<void> {
  switch (next.kind) {
    case 'run':
      return run(world, next, number);
    case 'fix':
      return world.store.write((tx) => chooseFixes(tx, next.fixes));
    case 'switch':
      return world.store.write((tx) => {
        const directories = tx.serverDirectories.where({ serverId: SERVER });
        const directory = directories[next.pick % directories.length];
        if (directory) tx.serverDirectories.put({ ...directory, active: !directory.active });
      });
    case 'migrate':
    case 'delete': {
      const { items } = await world.get('portal-customers.list', {
        params: { siteId },
        query: { state: 'active' },
      });
      const customer = items[next.pick % Math.max(1, items.length)];
      if (!customer) return;
      const params = { siteId, customerId: customer.id };
      await world.get(`portal-customers.${next.kind}`, { params, ifMatch: customer.version });
      return world.finishJobs();
    }
    case 'remove-account':
      return world.store.write((tx) => {
        const accounts = tx.siteAccess.where({ siteId });
        const access = accounts[next.pick % Math.max(1, accounts.length)];
        if (!access) return;
        const { accountId } = access;
        for (const { id } of tx.queries.groupsOf(siteId, accountId)) {
          tx.memberships.remove({ groupId: id, accountId });
        }
        tx.siteAccess.remove({ siteId, accountId });
      });
    case 'add-profile':
      return world.store.write((tx) => addCustomerAt(tx, next.email));
    case 'add-account':
      return world.store.write((tx) => addAccountAt(tx, next.email));
    default:
      next satisfies never;
  }
}

async function run(world: World, step: Run, number: number): Promise<void> {
  const plan = planOf(step, number);
  if (!plan) return;
  world.store.write((tx) => tx.copyPlans.put(plan));
  const params = { planId: plan.id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  const forecast = world.read((tx) => forecastPlan(tx, plan).outcomes.map(whatComesOf));
  const started = await world.raw('copy-plans.run', { params, body: { fingerprint } });
  // Checks may refuse a run, of somebody whose address is blocked above all.
  if (started.status >= 400) return;
  const jobs = world.read((tx) => tx.jobs.where({ subjectId: plan.id, state: 'running' }));
  const [job] = jobs;
  if (step.end === 'whole' || !job || step.at >= job.total) {
    await world.finishJobs();
    const measured = world.read((tx) => tx.copyOutcomes.where({ planId: plan.id }));
    expect(measured.map(whatComesOf)).toEqual(forecast);
    return expectTaken(world, plan);
  }
  world.clock.wallNow += Math.floor(((job.endsAt - job.startedAt) * step.at) / job.total / 60);
  await world.get('workspace.get');
  const running = world.read((tx) => tx.jobs.get({ id: job.id }))!;
  if (running.state !== 'running') return;
  if (step.end === 'stop') {
    await world.get('copy-plans.stop', { params });
    return;
  }
  world.store.write((tx) => {
    const ids = { next: (prefix: string) => `${prefix}_fault-${number}`, uuid: () => 'fault' };
    failJob(tx, job.id, running.startedAt, ids as Parameters<typeof failJob>[3]);
  });
}

function whatComesOf({ email, action, afterHolding, arriving, canOpenAfter }: CopyOutcome) {
  return { email, action, afterHolding, arriving, canOpenAfter };
}

async function peopleOfPlan(world: World, { id: planId }: CopyPlan): Promise<ArrivedPerson[]> {
  const { items } = await world.get('server-arrivals.people', {
    params: { planId },
    query: { limit: 200 },
  });
  return items;
}

/** Right after a whole run: whom it took is what the choice says, and nobody of them waits. */
async function expectTaken(world: World, plan: CopyPlan): Promise<void> {
  const people = await peopleOfPlan(world, plan);
  const wanted = world.read((tx) => {
    const fixed = fixedPeople(tx, SERVER);
    const associated = associatedKeys(tx, plan, fixed);
    const choice = choiceOf(plan);
    const own = fixed.filter(({ person }) => exclusionOf(person, choice, associated) === null);
    return new Set(own.map(({ person }) => person.userKey));
  });
  const left = people.filter(({ userKey, taken }) => wanted.has(userKey) && !taken);
  expect(left).toEqual([]);
  for (const { taken, explanation } of people) {
    if (taken) expect(['waiting', 'failed', 'excluded']).not.toContain(explanation.code);
  }
}

async function expectAccountedFor(world: World, plan: CopyPlan): Promise<void> {
  const params = { planId: plan.id };
  const people = await peopleOfPlan(world, plan);
  const keys = world.read((tx) =>
    peopleOf(
      tx.serverUsers.where({ serverId: SERVER }),
      tx.serverDirectories.where({ serverId: SERVER }),
    ).map(({ userKey }) => userKey),
  );
  expect(people.map(({ userKey }) => userKey)).toEqual(keys);
  await expectCounts(world, plan, people);
  const taken = world.read((tx) => {
    const kept = tx.migratingPeople.where({ planId: plan.id });
    const ids = new Set(kept.flatMap(({ person }) => person.userIds));
    const users = tx.serverUsers.where({ serverId: SERVER }).filter(({ id }) => ids.has(id));
    return new Set(users.map(({ userKey }) => userKey));
  });
  const { state } = await world.get('copy-plans.get', { params });
  for (const person of people) {
    const { userKey, explanation } = person;
    met.add(explanation.code);
    if (taken.has(userKey)) {
      expect(person.taken).toBe(true);
      // "Never waiting after a finished run that took them."
      const open = ['waiting', 'failed', 'blocked', 'excluded'];
      if (state === 'finished') expect(open).not.toContain(explanation.code);
    }
    expectBorneOut(person);
  }
}

/** Both counts are the sum of their parts, and those that the two pages show. */
async function expectCounts(world: World, plan: CopyPlan, people: ArrivedPerson[]) {
  const arrival = await world.get('server-arrivals.get', { params: { planId: plan.id } });
  const sum = (of: 'people' | 'onServer' | 'onDestination') =>
    arrival.parts.reduce((all, part) => all + part[of], 0);
  expect([sum('people'), arrival.people]).toEqual([people.length, people.length]);
  expect(sum('onServer')).toBe(arrival.onServer);
  expect(sum('onDestination') + arrival.elsewhere).toBe(arrival.onDestination);
  expect(arrival.elsewhere).toBeGreaterThanOrEqual(0);
  for (const part of arrival.parts) {
    const own = people.filter(
      ({ row, taken, explanation }) =>
        row === part.row && taken === part.taken && explanation.code === part.code,
    );
    expect(part.people).toBe(own.length);
    expect(part.onServer).toBe(part.row === 'customer' && part.taken ? own.length : 0);
  }
  // The site's page: User management > Jira Service Management (S4).
  const shown = async (query: object) =>
    (await world.get('portal-customers.list', { params: { siteId }, query })).total;
  const [active, revoked] = [await shown({ state: 'active' }), await shown({ state: 'revoked' })];
  expect(arrival.onDestination).toBe(active + revoked);
  expect([arrival.listed, arrival.migrated]).toEqual([
    await shown({}),
    await shown({ state: 'migrated' }),
  ]);
  // View details of the migration: every customer whom the run lists is in the server's count.
  const outcomes = world.read((tx) =>
    tx.copyOutcomes.where({ planId: plan.id, sourceHolding: 'customer' }),
  );
  const counted = people.filter(({ row, taken }) => row === 'customer' && taken);
  expect(counted.length).toBe(arrival.onServer);
  const customers = world.read((tx) =>
    outcomes.map(({ sourceServerUserId }) => tx.serverUsers.get({ id: sourceServerUserId! })!),
  );
  const countedKeys = counted.map(({ userKey }) => userKey);
  for (const { userKey } of customers) expect(countedKeys).toContain(userKey);
}

/** What the explanation says is what the site has. */
function expectBorneOut({ row, explanation, destination, requests, ...person }: ArrivedPerson) {
  const hasCustomer = typeof destination?.portalCustomerId === 'string';
  const hasAccount = typeof destination?.accountId === 'string';
  const found = [hasCustomer, hasAccount];
  expect(person.requestsArrived).toBeLessThanOrEqual(requests);
  switch (explanation.code) {
    case 'created':
    case 'linked':
    case 'converted-since':
      expect(found).toSatisfy(([one, other]: boolean[]) => one !== other);
      break;
    case 'linked-to-atlassian':
      expect([row, ...found]).toEqual(['customer', false, true]);
      break;
    case 'two-accounts':
      expect(found).toEqual([true, true]);
      break;
    case 'merged':
      break;
    default:
      expect(destination).toBeNull();
  }
}
