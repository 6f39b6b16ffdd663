/*
 * Random worlds, random sequences of imports, copies, reviews and migrations: the invariants of
 * the design hold after every step, and whatever a dialog or a forecast promised is what
 * `canOpenRequest` says afterwards.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { UserScope } from '#src/domain/copy-plan.ts';
import type { SiteId } from '#src/domain/ids.ts';
import { countOpenable, indexByHolder, viewerOf } from '#src/domain/viewer.ts';
import { violations } from '#test/support/invariants.ts';
import {
  addressOf,
  fillWorld,
  projectsOf,
  randomWorld,
  SITES,
} from '#test/support/random-world.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { lostSince, placesForecast, placesOn, whoOpensWhat } from './forecast-reality.ts';

type Step =
  | {
      kind: 'copy';
      from: number;
      to: number;
      related: boolean;
      users: UserScope;
      preserve: boolean;
      projects: boolean[];
    }
  | { kind: 'review'; approve: boolean }
  | { kind: 'migrate'; site: number; pick: number }
  | { kind: 'import'; site: number; people: number[]; users: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('copy' as const),
    from: fc.nat(2),
    to: fc.nat(2),
    related: fc.boolean(),
    users: fc.constantFrom('all' as const, 'related' as const, 'related-and-members' as const),
    preserve: fc.boolean(),
    projects: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('review' as const), approve: fc.boolean() }),
  fc.record({ kind: fc.constant('migrate' as const), site: fc.nat(2), pick: fc.nat(20) }),
  fc.record({
    kind: fc.constant('import' as const),
    site: fc.nat(2),
    people: fc.uniqueArray(fc.nat(9), { maxLength: 5 }),
    users: fc.boolean(),
  }),
);

test('promises are kept and invariants hold after any sequence of steps', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, fc.array(step, { maxLength: 6 }), async (start, steps) => {
      const world = await openWorld('blank');
      world.store.write((tx) => fillWorld(tx, start));
      expect(world.read(violations)).toEqual([]);
      for (const next of steps) {
        await take(world, next);
        expect(world.read(violations)).toEqual([]);
      }
      world.store.close();
    }),
    { numRuns: 120 },
  );
}, 120_000);

async function take(world: World, next: Step): Promise<void> {
  switch (next.kind) {
    case 'copy':
      return copy(world, next);
    case 'review':
      return review(world, next.approve);
    case 'migrate':
      return migrate(world, next);
    case 'import':
      return load(world, next);
    default:
      next satisfies never;
  }
}

async function copy(world: World, next: Extract<Step, { kind: 'copy' }>): Promise<void> {
  const [sourceSiteId, destinationSiteId] = [SITES[next.from]!, SITES[next.to]!];
  const projectIds = world
    .read((tx) => projectsOf(tx, sourceSiteId))
    .filter((_, index) => next.projects[index] === true);
  const customers = next.related && projectIds.length > 0 ? 'related' : 'all';
  if (sourceSiteId === destinationSiteId) return;
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Any',
      sourceSiteId,
      destinationSiteId,
      customers,
      users: next.users,
      preserveGroupMembership: next.preserve,
      projectIds,
    },
  });
  const params = { planId: plan.id };
  const forecast = await world.get('copy-plans.forecast', { params, query: { limit: 200 } });
  const run = { params, body: { fingerprint: forecast.fingerprint } };
  if (forecast.conflicts.length > 0) {
    expect((await world.refuse('copy-plans.run', run)).code).toBe('copy-plan.conflicts');
    return;
  }
  const emails = forecast.items.map(({ email }) => email).filter((email) => email !== '');
  const before = world.read((tx) => whoOpensWhat(tx, plan, emails));
  const places = world.read((tx) => placesOn(tx, destinationSiteId));
  await world.get('copy-plans.run', run);
  await world.finishJobs();
  // Who loses sight of what, and what becomes of groups, organizations and projects (S0, S2).
  for (const { email, losing } of forecast.items) {
    if (email === '') continue;
    const lost = world.read((tx) => lostSince(tx, plan, before, email));
    expect([email, lost]).toEqual([email, losing]);
  }
  expect(world.read((tx) => placesOn(tx, destinationSiteId))).toEqual(
    placesForecast(places, forecast),
  );
  const result = await world.get('copy-plans.outcomes', { params, query: { limit: 200 } });
  expect(result.items.map((item) => ({ ...item, state: 'pending' }))).toEqual(forecast.items);
  for (const { email, canOpenAfter, action } of forecast.items) {
    if (action === 'former-user') continue;
    expect([email, openable(world, destinationSiteId, email)]).toEqual([email, canOpenAfter]);
  }
  const attention = await world.get('copy-plans.attention', { params, query: { limit: 200 } });
  expect(attention.total).toBe(
    forecast.attention['review-group'] + forecast.attention['upgrade-portal-only'],
  );
}

async function review(world: World, approve: boolean): Promise<void> {
  for (const siteId of SITES) {
    const { items } = await world.get('imported-groups.list', { params: { siteId } });
    const group = items.find((item) => item.review !== 'approved');
    if (!group) continue;
    const params = { siteId, groupId: group.id };
    const before = await world.get('imported-groups.get', { params });
    const body = { access: 'product' as const };
    await world.get(approve ? 'imported-groups.approve' : 'imported-groups.deny', { params, body });
    const members = await world.get('imported-groups.members', { params, query: { limit: 200 } });
    const open = members.items.reduce((sum, { email }) => sum + openable(world, siteId, email), 0);
    const requests = before.accesses[0]!.effect.requests!;
    expect(open).toBe(approve ? requests.after : requests.before);
  }
}

async function migrate(world: World, next: Extract<Step, { kind: 'migrate' }>): Promise<void> {
  const siteId = SITES[next.site]!;
  const { items } = await world.get('portal-customers.list', {
    params: { siteId },
    query: { state: 'active' },
  });
  const customer = items[next.pick % Math.max(1, items.length)];
  if (!customer) return;
  const params = { siteId, customerId: customer.id };
  const { consequences } = await world.get('portal-customers.get', { params });
  expect(openable(world, siteId, customer.email)).toBe(consequences!.access.before);
  await world.get('portal-customers.migrate', { params, ifMatch: customer.version });
  await world.finishJobs();
  const after = await world.get('portal-customers.get', { params });
  expect(openable(world, siteId, customer.email)).toBe(consequences!.access.after);
  expect([after.state, after.failure]).toEqual(
    consequences!.willFail ? ['active', consequences!.willFail] : ['migrated', null],
  );
  if (after.migratedTo === null) return;
  const accountId = after.migratedTo as `0:${string}`;
  expect(world.read((tx) => tx.queries.roleOn(siteId, accountId))).not.toBe('none');
}

async function load(world: World, next: Extract<Step, { kind: 'import' }>): Promise<void> {
  const siteId = SITES[next.site]!;
  const file = next.users ? usersFile(next.people) : customersFile(next.people);
  const session = await world.get('imports.create', { params: { siteId } });
  const params = { importId: session.id };
  const seen = await world.get('imports.add-file', {
    params,
    query: { name: 'any.csv' },
    bytes: new TextEncoder().encode(file),
  });
  expect(Object.values(seen.counts).reduce((sum, count) => sum + count, 0)).toBe(
    next.people.length,
  );
  if (seen.counts.new + seen.counts.updated === 0) return;
  await world.get('imports.write', { params });
  const again = await world.get('imports.create', { params: { siteId } });
  const twice = await world.get('imports.add-file', {
    params: { importId: again.id },
    query: { name: 'any.csv' },
    bytes: new TextEncoder().encode(file),
  });
  expect([twice.counts.new, twice.counts.updated]).toEqual([0, 0]);
}

function customersFile(people: readonly number[]): string {
  const rows = people.map((n) => `,Loaded ${n},${addressOf(n, 1)},${n % 3 ? 'Yes' : 'No'},`);
  return ['username,full_name,email,active,last_login', ...rows].join('\r\n');
}

function usersFile(people: readonly number[]): string {
  const rows = people.map(
    (n) =>
      `,Loaded ${n},${addressOf(n)},${n % 4 ? 'Active' : 'Suspended'},3 Jan 2024,User,Never accessed,${n % 2 ? 'Customer' : ''}`,
  );
  const service = 'Jira Service Management - any';
  const heading = `User id,User name,email,User status,Added to org,Org role,Last seen in ${service},${service}`;
  return [heading, ...rows].join('\r\n');
}

/** What the person behind an address can open on a site, straight from `canOpenRequest`. */
function openable(world: World, siteId: SiteId, email: string): number {
  return world.read((tx) => {
    const key = email.toLowerCase();
    const account = tx.accounts.first({ emailKey: key });
    const row = account && tx.queries.accountsOn(siteId).find((r) => r.account.id === account.id);
    const viewer = viewerOf(siteId, {
      portalCustomer: tx.queries.portalCustomerByEmail(siteId, key),
      account: row && {
        accountId: row.account.id,
        accessActive: row.state === 'active',
        role: row.role,
      },
    });
    return countOpenable(indexByHolder(tx.queries.attachedRequests(siteId)), viewer);
  });
}
