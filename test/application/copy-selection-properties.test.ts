/*
 * Random worlds with groups and references, random choices: forecast and checks say what the run
 * does, and nobody outside of the scope is touched (S2; domain.md 6.2).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Group } from '#src/domain/group.ts';
import type { AccountId, HolderId } from '#src/domain/ids.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { violations } from '#test/support/invariants.ts';
import { fillWorld, projectsOf, randomWorld, SITES } from '#test/support/random-world.ts';
import { openWorld, type World } from '#test/support/world.ts';

const [SOURCE, DESTINATION] = SITES;

const NAMES = ['helpdesk', 'sales', 'administrators'] as const;

const groups = fc.array(
  fc.record({
    site: fc.nat(1),
    name: fc.nat(2),
    role: fc.constantFrom('agent' as const, 'customer' as const, 'none' as const),
    adminAccess: fc.boolean(),
    members: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
  }),
  { maxLength: 5 },
);

const references = fc.array(
  fc.record({
    project: fc.nat(1),
    subject: fc.oneof(
      fc.nat(6).map((person) => ({ person })),
      fc.nat(2).map((group) => ({ group })),
    ),
  }),
  { maxLength: 4 },
);

const choice = fc.record({
  customers: fc.constantFrom('all' as const, 'related' as const),
  users: fc.constantFrom('all' as const, 'related' as const, 'related-and-members' as const),
  preserveGroupMembership: fc.boolean(),
  projects: fc.constantFrom([true, true], [true, false], [false, false]),
});

test('the run does to people, groups and licences what forecast and checks say, and touches nobody else', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomWorld,
      groups,
      references,
      fc.array(choice, { minLength: 1, maxLength: 3 }),
      async (start, ownGroups, named, choices) => {
        const world = await openWorld('blank');
        world.store.write((tx) => {
          fillWorld(tx, start);
          for (const group of ownGroups) putGroup(tx, group);
          named.forEach((reference, number) => putReference(tx, reference, number));
        });
        for (const next of choices) await copy(world, next);
        world.store.close();
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

async function copy(world: World, next: Choice) {
  const { projects, customers, ...rest } = next;
  const projectIds = world
    .read((tx) => projectsOf(tx, SOURCE))
    .filter((_, index) => projects[index] === true);
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Any',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      ...rest,
      customers: projectIds.length === 0 ? 'all' : customers,
      projectIds,
    },
  });
  const params = { planId: plan.id };
  const forecast = await world.get('copy-plans.forecast', { params, query: { limit: 200 } });
  if (forecast.conflicts.length > 0) return;
  const { checks } = await world.get('copy-plans.checks', { params });
  const before = world.read(standings);
  const licences = world.read((tx) => tx.queries.licencesUsed(DESTINATION));
  const groupsBefore = world.read(membersOfGroups);

  await world.get('copy-plans.run', { params, body: { fingerprint: forecast.fingerprint } });
  await world.finishJobs();
  expect(world.read(violations)).toEqual([]);
  const { items } = await world.get('copy-plans.outcomes', { params, query: { limit: 200 } });
  expect(items.map((item) => ({ ...item, state: 'pending' }))).toEqual(forecast.items);
  const after = world.read(standings);
  const { atOnce } = checks.licences.facts;
  expect(world.read((tx) => tx.queries.licencesUsed(DESTINATION))).toBe(licences + atOnce);

  // Every group that is new or has more members was told, with how many, and no other one.
  const grown = new Map<string, number>();
  for (const [name, members] of world.read(membersOfGroups)) {
    const had = groupsBefore.get(name);
    if (members !== had) grown.set(name, members - (had ?? 0));
  }
  const told = forecast.groups.filter(
    ({ outcome }) => outcome === 'review' || outcome === 'joined',
  );
  expect(new Map(told.map(({ name, members }) => [name, members]))).toEqual(grown);

  const inScope = new Set(forecast.items.map(({ email }) => email.toLowerCase()));
  for (const [key, standing] of after) {
    if (!inScope.has(key)) expect([key, standing]).toEqual([key, before.get(key)]);
  }
  if (next.preserveGroupMembership) return;
  // Copied separately, nobody is in another group than before, but for mismatched customers (S0).
  expect(checks['existing-groups'].rows).toEqual([]);
  for (const [key, { groups: now }] of after) {
    const own = now.filter((name) => !name.startsWith('imported-customers-'));
    expect([key, own]).toEqual([
      key,
      (before.get(key)?.groups ?? []).filter((name) => !name.startsWith('imported-customers-')),
    ]);
  }
}

type Choice = {
  readonly customers: 'all' | 'related';
  readonly users: 'all' | 'related' | 'related-and-members';
  readonly preserveGroupMembership: boolean;
  readonly projects: readonly boolean[];
};

function membersOfGroups(tx: StoreTx): ReadonlyMap<string, number> {
  return new Map(
    tx.groups
      .where({ siteId: DESTINATION })
      .map(({ id, name }) => [name, tx.memberships.count({ groupId: id })]),
  );
}

/** What every address holds on the destination: profile, access, groups. */
function standings(tx: StoreTx) {
  const found = new Map<string, { profile: string; access: string; groups: readonly string[] }>();
  for (const { emailKey, state } of tx.portalCustomers.where({ siteId: DESTINATION })) {
    if (state !== 'deleted') found.set(emailKey, { profile: state, access: 'none', groups: [] });
  }
  for (const { accountId, status } of tx.siteAccess.where({ siteId: DESTINATION })) {
    const { emailKey } = tx.accounts.get({ id: accountId })!;
    found.set(emailKey, {
      profile: found.get(emailKey)?.profile ?? 'none',
      access: status,
      groups: tx.queries.groupsOf(DESTINATION, accountId).map(({ name }) => name),
    });
  }
  return found;
}

function putGroup(
  tx: StoreTx,
  given: {
    readonly site: number;
    readonly name: number;
    readonly role: Group['role'];
    readonly adminAccess: boolean;
    readonly members: readonly number[];
  },
): void {
  const siteId = SITES[given.site]!;
  const name = NAMES[given.name]!;
  const { role, adminAccess } = given;
  const id = groupIdOf(given.site, given.name);
  tx.groups.put({
    id,
    siteId,
    name,
    description: '',
    role,
    isDefault: false,
    review: 'none',
    adminAccess,
    adminReview: 'none',
    origin: null,
    reviewedAt: null,
    version: 1,
  });
  for (const member of given.members) {
    const accountId: AccountId = `712020:person-${member}`;
    if (tx.siteAccess.get({ siteId, accountId })) tx.memberships.put({ groupId: id, accountId });
  }
}

function groupIdOf(site: number, name: number): Group['id'] {
  return `group_${site}-${NAMES[name]!}`;
}

function putReference(
  tx: StoreTx,
  given: {
    readonly project: number;
    readonly subject: { readonly person: number } | { readonly group: number };
  },
  number: number,
): void {
  const { subject } = given;
  const subjectId =
    'group' in subject
      ? groupIdOf(0, subject.group)
      : (`712020:person-${subject.person}` satisfies HolderId);
  const isThere =
    'group' in subject
      ? tx.groups.get({ id: groupIdOf(0, subject.group) })
      : tx.accounts.get({ id: `712020:person-${subject.person}` });
  if (!isThere) return;
  tx.projectReferences.put({
    id: `reference_${number}`,
    projectId: projectsOf(tx, SOURCE)[given.project]!,
    requestId: null,
    place: 'permission',
    name: 'Administrators',
    subjectId,
  });
}
