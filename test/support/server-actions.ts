/* Making and running migrations from a server through the backend. */
import type { BodyOf } from '#src/contract/api.ts';
import type { ServerId } from '#src/domain/ids.ts';
import { DESTINATION } from './two-sites.ts';
import type { World } from './world.ts';

type Body = BodyOf<'server-plans.create'>;

type Choice = Partial<Omit<Body, 'projectIds'>> & { readonly projectIds?: readonly string[] };

/** What a migration chooses unless a test says otherwise: everybody, in advance. */
export function migrationOf({ projectIds = [], ...over }: Choice = {}): Body {
  return {
    flow: 'in-advance',
    name: 'Move',
    destinationSiteId: DESTINATION,
    customers: 'all',
    users: 'all',
    preserveGroupMembership: true,
    ...over,
    projectIds: [...projectIds],
  };
}

/** Plans, forecasts and runs to the end; returns the parameters of the plan. */
export async function migrate(world: World, serverId: ServerId, over: Choice = {}) {
  const body = migrationOf(over);
  const { id } = await world.get('server-plans.create', { params: { serverId }, body });
  const params = { planId: id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  return params;
}

type Fixes = Omit<BodyOf<'server-assessment.choose'>, 'level'>;

/** Assesses a server's users, and chooses one fix for each problem with addresses. */
export async function chooseFixes(world: World, serverId: ServerId, fixes: Fixes): Promise<void> {
  const params = { serverId };
  const { found } = await world.get('server-assessment.begin', { params });
  await world.get('server-assessment.choose', {
    params,
    body: { level: 'simple', ...fixes },
    ifMatch: found?.fixes.version ?? 1,
  });
}
