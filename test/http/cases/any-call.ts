/* A well-formed call of any route, about records that are there at the moment, and now and then not. */
import type { BodyOf } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import { COPY_CHECKS } from '#src/domain/copy-checks.ts';
import { PERSONAS } from '#src/domain/permission.ts';
import { utf8 } from '#test/support/exports.ts';
import { addressOf, SITES } from '#test/support/random-world.ts';
import type { Call, World } from '#test/support/world.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { CUSTOMERS_FILE, UNKNOWN_FILE } from './arrangements.ts';
import { jsonOf } from './read-answer.ts';

/** Builds the call; equal picks give the same one in the same world. */
export async function anyCall(
  world: World,
  name: RouteName,
  picks: readonly number[],
): Promise<Call<RouteName>> {
  const pick = (index: number) => picks[index % picks.length]!;
  const call = plainCall(world, name, pick);
  if (name !== 'copy-plans.run' || pick(3) % 5 === 0) return call;
  // Running asks for what the forecast says now.
  const forecast = await world.raw('copy-plans.forecast', call as Call<'copy-plans.forecast'>);
  return forecast.status === 200 ? ({ ...call, body: jsonOf(forecast) } as Call<RouteName>) : call;
}

function plainCall(world: World, name: RouteName, pick: Pick): Call<RouteName> {
  return world.read((tx) => {
    const params = { ...anyParams(tx, pick), ...anyImportedGroup(tx, name, pick) };
    const versions = [undefined, undefined, undefined, undefined, 1, 2, 99];
    const ifMatch = versions[pick(5) % versions.length];
    const call = {
      params,
      query: anyQuery(name, params, pick),
      body: anyBody(tx, name, pick),
      ...(name === 'imports.add-file' ||
      name === 'copy-plans.check-report' ||
      name === 'copy-plans.compare-report' ||
      name === 'server-assessment.upload'
        ? { bytes: anyFile(pick) }
        : {}),
      ...(ifMatch === undefined ? {} : { ifMatch }),
      ...(pick(6) % 5 === 0 ? { key: String(pick(7) % 3) } : {}),
    };
    // Each route takes from this what its path, query and body name.
    return call as unknown as Call<RouteName>;
  });
}

type Pick = (index: number) => number;

function anyParams(tx: StoreTx, pick: Pick) {
  const siteId = oneOf(SITES, pick(0)) ?? 'site_none';
  const ofSite = pick(1) % 8 === 0 ? {} : { siteId: siteId as (typeof SITES)[number] };
  const idOf = (records: readonly { readonly id: string }[], index: number) =>
    oneOf(records, index)?.id ?? 'none';
  return {
    siteId,
    serverId: idOf(tx.servers.where({}), pick(0)),
    organizationId: idOf(tx.organizations.where({}), pick(0)),
    accountId: idOf(tx.accounts.where({}), pick(2)),
    customerId: idOf(tx.portalCustomers.where(ofSite), pick(2)),
    groupId: idOf(tx.groups.where(ofSite), pick(2)),
    planId: idOf(tx.copyPlans.where({}), pick(2)),
    position: pick(4) % 9,
    holderId: idOf(
      pick(3) % 3 === 0 ? tx.accounts.where({}) : tx.portalCustomers.where({}),
      pick(2),
    ),
    check: [...COPY_CHECKS, 'invalid-addresses', 'two-accounts'][pick(4) % 10] ?? 'none',
    taskId: (['check', 'migrate'] as const)[pick(4) % 2]!,
    customerOrganizationId: idOf(tx.customerOrganizations.where(ofSite), pick(2)),
    projectId: idOf(tx.serviceProjects.where(ofSite), pick(2)),
    importId: idOf(tx.imports.where({}), pick(2)),
    jobId: idOf(tx.jobs.where({}), pick(2)),
    number: pick(3) % 4 === 0 ? 2 : 1,
    file: (['invalid', 'duplicated', 'all'] as const)[pick(3) % 3]!,
    directoryId: idOf(tx.serverDirectories.where({}), pick(2)),
  };
}

/** Most groups are none that a copy brought: those that are come first. */
function anyImportedGroup(tx: StoreTx, name: RouteName, pick: Pick) {
  const imported = tx.groups.where({}).filter(({ origin }) => origin !== null);
  const group = imported[pick(2) % Math.max(1, imported.length)];
  const isWanted = name.startsWith('imported-groups.') && pick(3) % 4 !== 0;
  return isWanted && group ? { siteId: group.siteId, groupId: group.id } : {};
}

function anyQuery(name: RouteName, params: ReturnType<typeof anyParams>, pick: Pick) {
  const { organizationId, number } = params;
  if (name === 'imports.add-file') return { name: 'any.csv' };
  if (name === 'imports.refused-file') return { file: number };
  if (name === 'copy-plans.forecast-changes') return { shown: String(pick(3)), limit: 200 };
  if (name === 'help-center.view' || name === 'customer-access.newcomer')
    return { email: addressOf(pick(4) % 9) };
  if (name === 'server-assessment.forecast') return anyFixes(pick);
  if (name === 'server-plans.options') return { flow: 'with-data' };
  if (name === 'accounts.invitation') return anyInvitation(pick);
  return name === 'copy-plans.list' ? { organizationId } : { limit: 200 };
}

function anyBody(tx: StoreTx, name: RouteName, pick: Pick): unknown {
  switch (name) {
    case 'workspace.set-persona':
      return { persona: PERSONAS[pick(3) % 12] ?? 'organization-admin' };
    case 'workspace.set-strict':
      return { strict: pick(3) % 4 === 0 };
    case 'workspace.set-clock':
      return pick(3) % 3 === 0
        ? { action: 'set-speed', speed: [0, 1, 60, 600][pick(4) % 4] }
        : { action: 'next-event' };
    case 'copy-plans.create':
    case 'copy-plans.update':
      return anyPlan(tx, pick);
    case 'server-plans.create':
    case 'server-plans.update':
      return anyMigration(tx, pick);
    case 'customer-organizations.rename':
    case 'portal-customers.rename':
      return { name: pick(3) % 5 === 0 ? ' ' : `Any ${pick(4)}` };
    case 'portal-customers.set-password':
      return { password: pick(3) % 5 === 0 ? 'short' : 'long enough' };
    case 'portal-customers.bulk-forecast':
      return anyBulkOrder(tx, pick);
    case 'portal-customers.bulk':
      return { ...anyBulkOrder(tx, pick), expected: pick(7) % 4 };
    case 'groups.set-default':
      return { isDefault: pick(3) % 2 === 0 };
    case 'imported-groups.approve':
    case 'imported-groups.deny':
      return { access: pick(3) % 3 === 0 ? 'admin' : 'product' };
    case 'customer-access.update':
      return anySettings(pick);
    case 'customers.invite':
    case 'service-projects.add-customers':
    case 'service-projects.admission':
      return { emails: [addressOf(pick(4) % 9), addressOf(pick(5) % 9)] };
    case 'customers.sign-up':
      return { email: addressOf(pick(4) % 9), name: 'Any' };
    case 'help-center.compare':
      return anyStep(tx, pick);
    case 'accounts.invite':
      return { ...anyInvitation(pick), name: 'Any' };
    case 'accounts.set-site-access':
      return { hasAccess: pick(3) % 2 === 0 };
    case 'accounts.set-role':
      return { role: anyRole(pick) };
    case 'copy-plans.afterwards':
      return { rows: pick(3) % 3 === 0 ? [] : null };
    case 'copy-plans.approve-groups': {
      const imported = tx.groups.where({}).filter(({ origin }) => origin !== null);
      const group = oneOf(imported, pick(3));
      return { groups: [{ id: group?.id ?? 'group_none', version: group?.version ?? 1 }] };
    }
    case 'copy-plans.migrate-duplicates':
      return {
        what: pick(3) % 3 === 0 ? 'grant' : 'migrate',
        batch: pick(4) % 2 === 0,
        expected: pick(5) % 3,
      };
    case 'copy-plans.run':
      return { fingerprint: String(pick(3)) };
    case 'copy-plans.exclude-check':
      return { excluded: pick(3) % 2 === 0 };
    case 'server-tasks.create':
      return { task: 'Check' };
    case 'servers.set-directory':
      return { active: pick(3) % 2 === 0 };
    case 'server-assessment.choose':
      return anyFixes(pick);
    case 'imports.map-file':
      return {
        kind: (['portal-only', 'atlassian', 'server-user'] as const)[pick(3) % 3]!,
        fields: pick(4) % 4 === 0 ? ['name'] : ['email', pick(5) % 2 === 0 ? 'name' : 'user-name'],
        firstLineIsHeading: pick(4) % 3 !== 0,
      };
    default:
      return undefined;
  }
}

function anyFixes(pick: Pick): BodyOf<'server-assessment.choose'> {
  return {
    level: pick(3) % 4 === 0 ? 'advanced' : 'simple',
    invalid: (['nothing', 'former-users', 'new-addresses', 'file'] as const)[pick(4) % 4]!,
    duplicated: (['nothing', 'merge', 'new-addresses', 'file'] as const)[pick(5) % 4]!,
  };
}

/** A step of a dialog, for people who may take it or not. */
function anyStep(tx: StoreTx, pick: Pick): BodyOf<'help-center.compare'> {
  const customerId = oneOf(tx.portalCustomers.where({}), pick(2))?.id ?? 'none';
  const accountId = oneOf(tx.accounts.where({}), pick(2))?.id ?? 'none';
  const groupId = oneOf(tx.groups.where({}), pick(4))?.id ?? 'none';
  const steps: readonly BodyOf<'help-center.compare'>[] = [
    { step: 'migrate', customerId },
    { step: 'revoke', customerId },
    { step: 'grant', customerId },
    { step: 'delete', customerId },
    { step: 'suspend', accountId },
    { step: 'restore', accountId },
    { step: 'remove', accountId },
    { step: 'convert', accountId },
    { step: 'set-site-access', accountId, hasAccess: pick(4) % 2 === 0 },
    { step: 'set-role', accountId, role: ROLES[pick(4) % ROLES.length]! },
    { step: 'add-to-group', accountId, groupId },
    { step: 'remove-from-group', accountId, groupId },
  ];
  return steps[pick(3) % steps.length]!;
}

function anyBulkOrder(tx: StoreTx, pick: Pick): BodyOf<'portal-customers.bulk-forecast'> {
  const step = (['migrate', 'delete', 'revoke', 'grant'] as const)[pick(3) % 4]!;
  if (pick(4) % 2 === 0) {
    return { step, selection: { by: 'filter', search: '', state: 'active' } };
  }
  const ids = tx.portalCustomers.where({}).map(({ id }) => id);
  return { step, selection: { by: 'ids', ids: ids.slice(0, 1 + (pick(5) % 4)) } };
}

function anySettings(pick: Pick): BodyOf<'customer-access.update'> {
  return {
    approvedDomains: pick(3) % 3 === 0 ? ['example.com'] : [],
    portalOnlyAllowed: pick(4) % 3 !== 0,
    portalOnlyDomains: pick(5) % 7 === 0 ? ['no domain'] : [],
    signUpAllowed: pick(6) % 3 !== 0,
    portalLogin: pick(7) % 2 === 0 ? 'password' : 'single-sign-on',
  };
}

const ROLES = ['agent', 'customer', 'none'] as const;

function anyRole(pick: Pick) {
  return ROLES[pick(3) % ROLES.length]!;
}

/** Mostly addresses of people who hold something somewhere. */
function anyInvitation(pick: Pick) {
  const email = pick(4) % 9 === 8 ? 'no address' : addressOf(pick(4) % 9);
  return { siteId: SITES[pick(1) % SITES.length]!, email, role: anyRole(pick) };
}

function anyPlan(tx: StoreTx, pick: Pick): BodyOf<'copy-plans.create'> {
  const sourceSiteId = SITES[pick(3) % SITES.length]!;
  const destinationSiteId = SITES[(pick(3) + (pick(4) % 6 === 0 ? 0 : 1)) % SITES.length]!;
  const projects = tx.serviceProjects.where({ siteId: sourceSiteId });
  return {
    name: pick(5) % 9 === 0 ? ' ' : `Plan ${pick(5)}`,
    sourceSiteId,
    destinationSiteId,
    customers: pick(6) % 4 === 0 ? 'related' : 'all',
    users: (['all', 'related', 'related-and-members'] as const)[pick(7) % 3]!,
    preserveGroupMembership: pick(8) % 3 !== 0,
    projectIds: projects.filter((_, index) => pick(index) % 2 === 0).map(({ id }) => id),
  };
}

function anyMigration(tx: StoreTx, pick: Pick): BodyOf<'server-plans.create'> {
  const { sourceSiteId: _, ...plan } = anyPlan(tx, pick);
  const isInAdvance = pick(9) % 2 === 0;
  return {
    ...plan,
    flow: isInAdvance ? 'in-advance' : 'with-data',
    customers: (['all', 'related', 'none'] as const)[pick(6) % 3]!,
    users: isInAdvance ? 'all' : plan.users,
    projectIds: [],
  };
}

function anyFile(pick: Pick): Uint8Array {
  const rows = [3, 4].map((index) => `,Loaded,${addressOf(pick(index) % 9)},Yes,`);
  const files = [
    utf8(['username,full_name,email,active,last_login', ...rows].join('\n')),
    CUSTOMERS_FILE,
    UNKNOWN_FILE,
    utf8('Email,Problem\na@mail.example,Any\n'),
    Uint8Array.from([0, 255, 0, 1]),
    new Uint8Array(),
  ];
  return files[pick(2) % files.length]!;
}

/** One of the records; now and then none, as if it were gone. */
function oneOf<T>(records: readonly T[], pick: number): T | undefined {
  return pick % 12 === 11 ? undefined : records[pick % Math.max(1, records.length)];
}
