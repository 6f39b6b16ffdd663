/* Random servers with requests, a destination that knows some of their people, and what happens then. */
import fc from 'fast-check';
import type { Holding } from '#src/domain/copy-table.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { ServiceProjectId } from '#src/domain/ids.ts';
import type { ChosenFixes } from '#src/domain/server-fixes.ts';
import { userNameKey } from '#src/domain/server-people.ts';
import type { ServerUser } from '#src/domain/server.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { anyFixes, serversWith, type ServerWorld } from '#test/domain/server-worlds.ts';
import { addServerRequest, SERVER } from '#test/support/small-server.ts';
import { addAccount, addProfile, DESTINATION } from '#test/support/two-sites.ts';

const PROJECTS: readonly ServiceProjectId[] = ['project_any-1', 'project_any-2'];

const anyHolding = fc.constantFrom<Holding>('nobody', 'nobody', 'portal-only', 'atlassian', 'both');

/** By user number, which may be more than there are. */
const request = fc.record({
  project: fc.nat(1),
  reporter: fc.nat(11),
  participants: fc.array(fc.nat(11), { maxLength: 2 }),
});

/** With one of these every address is settled: as the checks before a migration ask. */
const settled = fc.record({
  level: fc.constant('simple' as const),
  invalid: fc.constantFrom('former-users' as const, 'new-addresses' as const),
  duplicated: fc.constantFrom('merge' as const, 'new-addresses' as const),
});

export const arrivalWorld = fc.record({
  fixes: settled,
  server: serversWith(8).map(withoutDoubles),
  requests: fc.array(request, { maxLength: 8 }),
  before: fc.record({
    'ada@northmill.example': anyHolding,
    'bo@northmill.example': anyHolding,
    'cy@fjord.example': anyHolding,
    'ed@fjord.example': anyHolding,
    'stranger@fjord.example': anyHolding,
  }),
});

function place({ directoryId, userName }: ServerUser): string {
  return `${directoryId} ${userNameKey(userName)}`;
}

/** A directory has a user name once. */
function withoutDoubles({ users, ...server }: ServerWorld): ServerWorld {
  return { ...server, users: [...new Map(users.map((user) => [place(user), user])).values()] };
}

export type ArrivalWorld = typeof arrivalWorld extends fc.Arbitrary<infer T> ? T : never;

const anyRun = fc.record({
  kind: fc.constant('run' as const),
  inAdvance: fc.boolean(),
  customers: fc.constantFrom('all' as const, 'all' as const, 'related' as const, 'none' as const),
  users: fc.constantFrom('all' as const, 'related' as const, 'related-and-members' as const),
  projects: fc.subarray([...PROJECTS]),
  end: fc.constantFrom('whole' as const, 'whole' as const, 'stop' as const, 'fault' as const),
  /** How many items are done when it is cut off. */
  at: fc.nat(5),
});

export type Run = typeof anyRun extends fc.Arbitrary<infer T> ? T : never;

export const anyStep = fc.oneof(
  { weight: 4, arbitrary: anyRun },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fix' as const),
      fixes: fc.oneof({ weight: 3, arbitrary: settled }, { weight: 1, arbitrary: anyFixes }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('switch' as const), pick: fc.nat(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('migrate' as const, 'delete' as const, 'remove-account' as const),
      pick: fc.nat(20),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('add-profile' as const, 'add-account' as const),
      email: fc.constantFrom('ada@northmill.example', 'bo@northmill.example', 'dee@fjord.example'),
    }),
  },
);

export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Chooses fixes, as the assessment does. */
export function chooseFixes(tx: StoreTx, fixes: ChosenFixes): void {
  const rest = { serverId: SERVER, assessedAt: 1, fingerprint: '', version: 1 } as const;
  tx.serverFixes.put({ ...rest, ...fixes });
}

/** Puts the server with its requests, and whom the destination knows. */
export function fillArrivalWorld(
  tx: StoreTx,
  { server, fixes, requests, before }: ArrivalWorld,
): void {
  tx.servers.put({ id: SERVER, name: 'Any server', edition: 'server' });
  chooseFixes(tx, fixes);
  for (const directory of server.directories) {
    tx.serverDirectories.put({ ...directory, serverId: SERVER });
  }
  for (const user of server.users) tx.serverUsers.put({ ...user, serverId: SERVER });
  for (const [at, id] of PROJECTS.entries()) {
    tx.serviceProjects.put({ id, siteId: SERVER, key: `P${at}`, name: `Project ${at}` });
  }
  const userAt = (number: number) => server.users[number % server.users.length]!.id;
  for (const [at, { project, reporter, participants }] of requests.entries()) {
    const others = participants.map(userAt);
    addServerRequest(tx, PROJECTS[project]!, `P${project}-${at}`, userAt(reporter), others);
  }
  for (const [email, holding] of Object.entries(before)) {
    if (holding === 'portal-only' || holding === 'both') addCustomerAt(tx, email);
    if (holding === 'atlassian' || holding === 'both') addAccountAt(tx, email);
  }
}

/** A portal-only account, unless the address has one. */
export function addCustomerAt(tx: StoreTx, email: string): void {
  if (tx.queries.portalCustomerByEmail(DESTINATION, email)) return;
  const name = `${email} ${tx.portalCustomers.count({})}`;
  addProfile(tx, DESTINATION, name, { email, emailKey: email });
}

/** The address's account with access to the destination. */
export function addAccountAt(tx: StoreTx, email: string): void {
  const known = tx.accounts.first({ emailKey: email });
  if (!known) {
    const id = addAccount(tx, DESTINATION, email, { role: 'customer' });
    tx.accounts.put({ ...tx.accounts.get({ id })!, email, emailKey: email });
    return;
  }
  const accountId = known.id;
  const [status, userKey] = ['active', `ug:${accountId}`] as const;
  tx.siteAccess.put({ siteId: DESTINATION, accountId, status, userKey, lastSeenAt: null });
}

/** The plan of a step; null where the wizard offers no such choice (S4, "Customer migration options"). */
export function planOf(step: Run, number: number): CopyPlan | null {
  const { inAdvance, projects } = step;
  const projectIds = inAdvance ? [] : projects;
  if (step.customers === 'none' && projectIds.length > 0) return null;
  if (step.customers === 'related' && projectIds.length === 0) return null;
  return {
    id: `plan_any-${number}`,
    name: `Any ${number}`,
    flow: inAdvance ? 'in-advance' : 'with-data',
    sourcePlaceId: SERVER,
    destinationSiteId: DESTINATION,
    customers: step.customers,
    users: inAdvance ? 'all' : step.users,
    preserveGroupMembership: true,
    projectIds,
    state: 'saved',
    jobId: null,
    createdAt: number,
    startedAt: null,
    finishedAt: null,
    importedGroupId: null,
    archivedAt: null,
    version: 1,
  };
}
