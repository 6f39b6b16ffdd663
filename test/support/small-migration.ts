/* Migrations of the small server to a site that knows some of its people. */
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { ChosenFixes } from '#src/domain/server-fixes.ts';
import { OTHER_SERVER_PROJECT, putSmallServer, SERVER, SERVER_PROJECT } from './small-server.ts';
import { addAccount, addProfile, DESTINATION } from './two-sites.ts';
import type { World } from './world.ts';

/** *Migrate your users in advance*, with all customers. */
export const IN_ADVANCE: CopyPlan = {
  id: 'plan_quarry-1',
  name: 'In advance',
  flow: 'in-advance',
  sourcePlaceId: SERVER,
  destinationSiteId: DESTINATION,
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projectIds: [],
  state: 'saved',
  jobId: null,
  createdAt: 1,
  startedAt: null,
  finishedAt: null,
  importedGroupId: null,
  archivedAt: null,
  version: 1,
};

/** *Migrate your data* with both service projects and all customers. */
export const WITH_DATA: CopyPlan = {
  ...IN_ADVANCE,
  id: 'plan_quarry-2',
  name: 'With the data',
  flow: 'with-data',
  projectIds: [SERVER_PROJECT, OTHER_SERVER_PROJECT],
};

/** The small server with its addresses fixed, and some of its people on the destination already. */
export function prepare(world: World): void {
  world.store.write((tx) => {
    putSmallServer(tx);
    addProfile(tx, DESTINATION, 'cora');
    addAccount(tx, DESTINATION, 'eddi', { role: 'customer' });
    addProfile(tx, DESTINATION, 'otto');
    addProfile(tx, DESTINATION, 'stranger');
    addAccount(tx, DESTINATION, 'lena', { role: 'agent' });
  });
  fix(world, { level: 'simple', invalid: 'former-users', duplicated: 'merge' });
}

/** Chooses how addresses are fixed. */
export function fix(world: World, fixes: ChosenFixes): void {
  const rest = { serverId: SERVER, assessedAt: 1, fingerprint: '', version: 1 } as const;
  world.store.write((tx) => tx.serverFixes.put({ ...rest, ...fixes }));
}

/** Forecasts a plan and starts it. */
export async function start(world: World, plan: CopyPlan): Promise<void> {
  world.store.write((tx) => tx.copyPlans.put(plan));
  const params = { planId: plan.id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
}

/** Runs a plan to its end. */
export async function run(world: World, plan: CopyPlan): Promise<void> {
  await start(world, plan);
  await world.finishJobs();
}
