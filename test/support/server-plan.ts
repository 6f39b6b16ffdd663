/* A saved migration plan of the small server, written straight into a store. */
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { SERVER, SERVER_PROJECT } from './small-server.ts';

/** *Migrate your data* with its IT service and all customers, to the demo's destination. */
export const SERVER_PLAN = {
  id: 'plan_quarry',
  name: 'Quarry moves',
  flow: 'with-data',
  sourcePlaceId: SERVER,
  destinationSiteId: 'site_harbor',
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projectIds: [SERVER_PROJECT],
  state: 'saved',
  jobId: null,
  createdAt: 0,
  startedAt: null,
  finishedAt: null,
  importedGroupId: null,
  archivedAt: null,
  version: 1,
} as const satisfies CopyPlan;

export function putServerPlan(tx: StoreTx, over: Partial<CopyPlan> = {}): CopyPlan {
  const plan: CopyPlan = { ...SERVER_PLAN, ...over };
  tx.copyPlans.put(plan);
  return plan;
}

/** What is done about the addresses of the small server: former users, and merging. */
export function fixAddresses(tx: StoreTx): void {
  tx.serverFixes.put({
    serverId: SERVER,
    assessedAt: 1,
    fingerprint: '',
    level: 'simple',
    invalid: 'former-users',
    duplicated: 'merge',
    version: 1,
  });
}
