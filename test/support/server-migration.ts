/* Migrations of the small server as records, in any state, without running them. */
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { SERVER } from './small-server.ts';

const SAVED: CopyPlan = {
  id: 'plan_night',
  name: 'Night shift',
  flow: 'in-advance',
  sourcePlaceId: SERVER,
  destinationSiteId: 'site_harbor',
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projectIds: [],
  state: 'saved',
  jobId: null,
  createdAt: 0,
  startedAt: null,
  finishedAt: null,
  importedGroupId: null,
  archivedAt: null,
  version: 2,
};

/** Puts the plan *Night shift*, all customers in advance, saved but for what is said. */
export function putMigration(tx: StoreTx, over: Partial<CopyPlan> = {}): CopyPlan {
  const plan = { ...SAVED, ...over };
  tx.copyPlans.put(plan);
  return plan;
}
