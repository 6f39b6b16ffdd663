/* Copy plans for the tests of their screens, made through the API, and the way to them in the console. */
import { screen, within } from '@testing-library/react';
import type { BodyOf } from '#src/contract/api.ts';
import type { WireRequest, WireResponse } from '#src/server/backend.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';

type PlanInput = BodyOf<'copy-plans.create'>;

export const LIST = pathTo('copy-plans', { organizationId: 'organization_harbor' });
export const NEW = pathTo('copy-plan-new', { organizationId: 'organization_harbor' });

/** A plan of the demo without conflicts. */
const INPUT: PlanInput = {
  name: 'Support moves',
  sourceSiteId: 'site_harbor-support',
  destinationSiteId: 'site_harbor',
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projectIds: ['project_hs-it', 'project_hs-hr'],
};

/** Its service project shares a customer organization's name with the destination. */
export const CONFLICTING_PROJECT = 'project_hs-facilities';

let keys = 0;
function key(): string {
  keys += 1;
  return `test-${keys}`;
}

/** Creates a plan. */
export function createPlan(world: World, part: Partial<PlanInput> = {}): Promise<CopyPlan> {
  return world.get('copy-plans.create', { body: { ...INPUT, ...part }, key: key() });
}

/** Starts the run of a plan as forecast. */
export async function startPlan(world: World, { id: planId, version }: CopyPlan): Promise<void> {
  const { fingerprint } = await world.get('copy-plans.forecast', { params: { planId } });
  await world.get('copy-plans.run', {
    params: { planId },
    body: { fingerprint },
    ifMatch: version,
    key: key(),
  });
}

/** Creates a plan, runs it and lets it finish. */
export async function finishPlan(world: World, part: Partial<PlanInput> = {}): Promise<CopyPlan> {
  const plan = await createPlan(world, part);
  await startPlan(world, plan);
  await world.finishJobs();
  return world.get('copy-plans.get', { params: { planId: plan.id } });
}

/** Approves the group that a run made. */
export async function approveGroup(world: World, plan: CopyPlan): Promise<void> {
  const params = { siteId: plan.destination.id, groupId: plan.importedGroup?.id ?? '' };
  const { version } = await world.get('imported-groups.get', { params });
  const body = { access: 'product' as const };
  await world.get('imported-groups.approve', { params, body, ifMatch: version, key: key() });
}

/** Migrates the portal-only account of every row that still asks for it. */
export async function migrateDuplicates(world: World, plan: CopyPlan): Promise<void> {
  const { items } = await world.get('copy-plans.attention', {
    params: { planId: plan.id },
    query: { problem: 'upgrade-portal-only', limit: 200 },
  });
  for (const { portalCustomerId } of items) {
    const params = { siteId: plan.destination.id, customerId: portalCustomerId ?? '' };
    await world.get('portal-customers.migrate', { params, key: key() });
  }
  await world.finishJobs();
}

/** Lets requests to paths with this part fail with a fault until `repair` is called. */
export function breakPath(world: World, part: string): { readonly repair: () => void } {
  const handle = world.backend.handle.bind(world.backend);
  const broken = async (request: WireRequest): Promise<WireResponse> => {
    if (!request.path.includes(part)) return handle(request);
    const fault = { type: 'about:blank', status: 500, title: '', code: 'internal', facts: {} };
    return {
      status: 500,
      headers: { 'content-type': 'application/problem+json' },
      body: new TextEncoder().encode(JSON.stringify(fault)),
    };
  };
  Object.assign(world.backend, { handle: broken });
  return { repair: () => Object.assign(world.backend, { handle }) };
}

/** Opens the page of the plan that `before` makes, as an administrator does: from the list. */
export async function openPlan(
  before: (world: World) => Promise<unknown>,
  scenario: 'demo' | 'blank' = 'demo',
) {
  const view = await renderConsole(LIST, { before, scenario });
  await view.user.click(await screen.findByRole('link', { name: /^View details/ }));
  return view;
}

/** Chooses a tab of View details. */
export async function chooseTab({ user }: RenderedConsole, name: RegExp): Promise<void> {
  await user.click(await screen.findByRole('tab', { name }));
}

/** The row of a table that names this text. */
export async function findRow(table: string, name: RegExp): Promise<HTMLElement> {
  const found = await screen.findByRole('table', { name: table });
  return within(found).findByRole('row', { name });
}

/** The number that a tile shows. */
export function tileCount(list: string, label: RegExp): number {
  const tile = within(screen.getByRole('list', { name: list })).getByText(label);
  return Number(tile.parentElement?.firstElementChild?.textContent);
}
