/*
 * A run is bound to the forecast that was shown: whatever changed since then and changes the
 * forecast, nothing runs and nothing is written; whatever does not, it runs (S2; issue 4).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CopyPlanId, HolderId } from '#src/domain/ids.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { fillWorld, projectsOf, randomWorld, SITES } from '#test/support/random-world.ts';
import { openWorld, type World } from '#test/support/world.ts';

const CHANGES = [
  'revoke',
  'grant',
  'suspend',
  'leave-group',
  'join-group',
  'remove-request',
  'add-request',
  'rename-request',
  'close-request',
  'join-organization',
  'rename-organization',
  'group-role',
  'rename-project',
  'last-login',
] as const;

type Tweak = {
  readonly change: (typeof CHANGES)[number];
  readonly site: number;
  readonly pick: number;
};

const tweak: fc.Arbitrary<Tweak> = fc.record({
  change: fc.constantFrom(...CHANGES),
  site: fc.nat(2),
  pick: fc.nat(6),
});

/** Changes one record of a site; a site without such a record stays as it is. */
function apply(tx: StoreTx, { change, site, pick }: Tweak): void {
  const siteId = SITES[site]!;
  const one = <R>(records: readonly R[]): R | undefined => records[pick % records.length];
  const profile = one(tx.portalCustomers.where({ siteId }));
  const access = one(tx.siteAccess.where({ siteId }));
  const group = one(tx.groups.where({ siteId }));
  const request = one(tx.requests.where({ siteId }));
  const organization = one(tx.customerOrganizations.where({ siteId }));
  const project = one(tx.serviceProjects.where({ siteId }));
  const holderId: HolderId | undefined = profile?.id ?? access?.accountId;
  const isUsable = profile && profile.state !== 'deleted';
  if (change === 'revoke' && isUsable) tx.portalCustomers.put({ ...profile, state: 'revoked' });
  if (change === 'grant' && isUsable) tx.portalCustomers.put({ ...profile, state: 'active' });
  if (change === 'last-login' && profile) tx.portalCustomers.put({ ...profile, lastLoginAt: pick });
  if (change === 'suspend' && access) tx.siteAccess.put({ ...access, status: 'suspended' });
  if (change === 'leave-group' && group) tx.memberships.removeWhere({ groupId: group.id });
  if (change === 'join-group' && group && access) {
    tx.memberships.put({ groupId: group.id, accountId: access.accountId });
  }
  if (change === 'group-role' && group) tx.groups.put({ ...group, role: 'agent' });
  if (change === 'remove-request' && request) {
    tx.requestParticipants.removeWhere({ requestId: request.id });
    tx.requests.remove({ id: request.id });
  }
  if (change === 'add-request' && project && isUsable) {
    const copy = { id: 'request_new', siteId, projectId: project.id, reporterId: profile.id };
    const rest = { key: 'N-1', summary: 'New', status: 'open', createdAt: 1 } as const;
    tx.requests.put({ ...rest, ...copy, id: 'request_new', customerOrganizationId: null });
  }
  if (change === 'rename-request' && request) tx.requests.put({ ...request, summary: 'Other' });
  if (change === 'close-request' && request) tx.requests.put({ ...request, status: 'resolved' });
  if (change === 'join-organization' && organization && isUsable && holderId) {
    tx.customerOrganizationMembers.put({ customerOrganizationId: organization.id, holderId });
  }
  if (change === 'rename-organization' && organization) {
    tx.customerOrganizations.put({ ...organization, name: `Renamed ${pick}` });
  }
  if (change === 'rename-project' && project) {
    tx.serviceProjects.put({ ...project, name: `Renamed ${pick}` });
  }
}

/** All that a screen shows of a forecast. */
async function shown(world: World, planId: CopyPlanId) {
  const params = { planId };
  const { fingerprint, ...forecast } = await world.get('copy-plans.forecast', {
    params,
    query: { limit: 200 },
  });
  const losses = await world.get('copy-plans.losses', { params, query: { limit: 200 } });
  const requests = await Promise.all(
    losses.items.map(({ position }) =>
      world.get('copy-plans.lost-requests', { params: { planId, position } }),
    ),
  );
  return { fingerprint, text: JSON.stringify([forecast, losses, requests]) };
}

const change = (world: World) => world.read((tx) => tx.workspace.get({ id: 'workspace' })!.change);

test('an altered forecast refuses the run and writes nothing; an unaltered one runs', async () => {
  const seen = { refused: 0, ran: 0 };
  await fc.assert(
    fc.asyncProperty(
      randomWorld,
      fc.array(tweak, { minLength: 1, maxLength: 2 }),
      fc.boolean(),
      fc.boolean(),
      async (start, tweaks, preserveGroupMembership, isRepeated) => {
        const world = await openWorld('blank');
        world.store.write((tx) => fillWorld(tx, start));
        const [sourceSiteId, destinationSiteId] = [SITES[0], SITES[1]];
        const projectIds = world.read((tx) => projectsOf(tx, sourceSiteId));
        const body = {
          name: 'Any',
          sourceSiteId,
          destinationSiteId,
          customers: 'all',
          users: 'all',
          preserveGroupMembership,
          projectIds,
        } as const;
        if (isRepeated) {
          const { id: planId } = await world.get('copy-plans.create', { body });
          const { fingerprint } = await shown(world, planId as CopyPlanId);
          await world.raw('copy-plans.run', { params: { planId }, body: { fingerprint } });
          await world.finishJobs();
        }
        const { id } = await world.get('copy-plans.create', { body });
        const planId = id as CopyPlanId;
        const before = await shown(world, planId);
        world.store.write((tx) => tweaks.forEach((each) => apply(tx, each)));
        const after = await shown(world, planId);
        expect(after.fingerprint === before.fingerprint).toBe(after.text === before.text);

        const call = { params: { planId }, body: { fingerprint: before.fingerprint } };
        const changes = await world.get('copy-plans.forecast-changes', {
          params: { planId },
          query: { shown: before.fingerprint, limit: 200 },
        });
        const { conflicts, licences } = JSON.parse(after.text)[0];
        const isBlocked =
          conflicts.length > 0 ||
          (licences.limit !== null && licences.used + licences.atOnce > licences.limit);
        const { people, groups, organizations, projects, figures } = changes;
        const differs =
          people.total + groups.length + organizations.length + projects.length > 0 ||
          JSON.stringify(figures.before) !== JSON.stringify(figures.now);
        expect(changes.isKnown).toBe(true);
        if (isBlocked) {
          // Another refusal comes first.
        } else if (after.text === before.text) {
          seen.ran += 1;
          expect(differs).toBe(false);
          await world.get('copy-plans.run', call);
        } else {
          seen.refused += 1;
          expect(differs).toBe(true);
          const written = change(world);
          expect((await world.refuse('copy-plans.run', call)).code).toBe(
            'copy-plan.forecast-changed',
          );
          expect(change(world)).toBe(written);
          expect(world.read((tx) => tx.copyOutcomes.count({ planId }))).toBe(0);
        }
        world.store.close();
      },
    ),
    { numRuns: 80 },
  );
  expect(seen.refused).toBeGreaterThan(5);
  expect(seen.ran).toBeGreaterThan(5);
}, 120_000);
