/* States of the demo that many calls need. */
import type { BodyOf, ResponseOf } from '#src/contract/api.ts';
import type { SiteId } from '#src/domain/ids.ts';
import type { PortalCustomerState } from '#src/domain/portal-customer.ts';
import { dropFiles, utf8, write } from '#test/support/exports.ts';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';

/** Both sites of the centralized organization, and the one of the original experience. */
export const SOURCE = 'site_harbor-support';
export const DESTINATION = 'site_harbor';
export const ORIGINAL = 'site_fjord-care';

type Plan = ResponseOf<'copy-plans.get'>;
type PlanInput = BodyOf<'copy-plans.create'>;

export const PLAN_INPUT: PlanInput = {
  name: 'Move customers',
  sourceSiteId: SOURCE,
  destinationSiteId: DESTINATION,
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projectIds: [],
};

/** The first customer of a site in a state. */
export function customerIn(world: World, state: PortalCustomerState, siteId: SiteId = DESTINATION) {
  const customer = world.read((tx) => tx.portalCustomers.first({ siteId, state }));
  if (!customer) throw new Error(`Nobody on ${siteId} is ${state}`);
  return { siteId, customerId: customer.id };
}

/** A plan that has not run. */
export function savedPlan(world: World, over: Partial<PlanInput> = {}): Promise<Plan> {
  return world.get('copy-plans.create', { body: { ...PLAN_INPUT, ...over } });
}

/** A plan that is about to run: its parameters and the forecast's fingerprint. */
export async function forecastPlan(world: World, over: Partial<PlanInput> = {}) {
  const params = { planId: (await savedPlan(world, over)).id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  return { params, body: { fingerprint } };
}

/** A plan that runs. */
export async function runningPlan(world: World, over: Partial<PlanInput> = {}) {
  const call = await forecastPlan(world, over);
  await world.get('copy-plans.run', call);
  return call.params;
}

/** A plan that has run. */
export async function finishedPlan(world: World, over: Partial<PlanInput> = {}) {
  const params = await runningPlan(world, over);
  await world.finishJobs();
  return params;
}

/** The group of mismatched customers that a finished run left to review. */
export async function importedGroup(world: World) {
  const params = await finishedPlan(world);
  const { importedGroup: group } = await world.get('copy-plans.get', { params });
  return { siteId: DESTINATION, groupId: group!.id };
}

/** A group that no copy brought. */
export function ownGroup(world: World) {
  const name = 'jira-servicemanagement-customers-harbor';
  const group = world.read((tx) => tx.groups.first({ siteId: DESTINATION, name }))!;
  return { params: { siteId: DESTINATION, groupId: group.id }, name };
}

const HEADING = 'username,full_name,email,active,last_login';
/** Two rows that load, with a warning, and one that is refused. */
export const CUSTOMERS_FILE = utf8(
  [HEADING, ',Ada,ada@mail.example,Yes,', ', Bob,bob@mail.example,Yes,', ',Eve,no at,Yes,'].join(
    '\n',
  ),
);
/** Nobody knows what these columns mean. */
export const UNKNOWN_FILE = utf8('Kontakt;Wer\nada@mail.example;Ada\n');

/** An import with one file in it. */
export async function openImport(world: World, bytes: Uint8Array = CUSTOMERS_FILE) {
  const session = await dropFiles(world, DESTINATION, { 'customers.csv': bytes });
  return { importId: session.id };
}

/** An import into a server, with one file in it whose only row is refused. */
export async function openServerImport(world: World) {
  world.store.write((tx) => putSmallServer(tx));
  const text = 'Username,Email,Full Name,User Directory\n,eve@mail.example,Eve,Old Crowd\n';
  const session = await dropFiles(world, SERVER, { 'users.csv': utf8(text) });
  return { importId: session.id };
}

/** An import that was written. */
export async function writtenImport(world: World) {
  const session = await dropFiles(world, DESTINATION, { 'customers.csv': CUSTOMERS_FILE });
  await write(world, session);
  return { importId: session.id };
}
