/* The requests on the demo's server, and where its service projects name people besides. */
import type { Instant } from '../../domain/clock.ts';
import type { GroupId, ServerUserId } from '../../domain/ids.ts';
import { CUSTOMERS_ROLE, type ProjectReference } from '../../domain/project-reference.ts';
import type { Request } from '../../domain/request.ts';
import type { Tx } from '../ports.ts';
import { daysAgo, HOUR_MS, recentTime, SCENARIO_START } from './calendar.ts';
import type { Random } from './random.ts';
import { filledIn, openShare } from './requests.ts';
import { SERVER_DESKS } from './server-desks.ts';
import { serverGroupId } from './server-groups.ts';
import type { ServerColleague } from './server-people.ts';
import { SERVER, serverProjectId, serverProjects, type ServerProjectKey } from './server.ts';

const OLDEST = daysAgo(700);
/** By then everybody had come who is not there any more. */
const SOME_LEFT = daysAgo(240);

type Raised = { readonly by: ServerColleague; readonly createdAt: Instant };
type Written = Request & { readonly by: ServerColleague };
type Named = Pick<ProjectReference, 'place' | 'name' | 'subjectId'>;

/** Writes every project's requests with their participants and references. */
export function seedServerRequests(
  tx: Tx,
  random: Random,
  colleagues: readonly ServerColleague[],
): void {
  const raised = raisedBy(random, colleagues);
  const written = (Object.keys(SERVER_DESKS) as ServerProjectKey[]).map((desk) => ({
    desk,
    requests: seedDesk(tx, random, desk, raised.get(desk) ?? []),
  }));
  const forCustomers = written.flatMap(({ desk, requests }) =>
    desk === 'staff-it' ? [] : requests,
  );
  seedParticipants(tx, random, colleagues, forCustomers);
  for (const { desk, requests } of written) seedReferences(tx, random, desk, requests, colleagues);
}

/** Whoever has a channel raised at least one request; users of the company ask their own desk. */
function raisedBy(
  random: Random,
  colleagues: readonly ServerColleague[],
): Map<ServerProjectKey, Raised[]> {
  const raised = new Map<ServerProjectKey, Raised[]>();
  for (const by of colleagues) {
    if (by.came === undefined) continue;
    const isFormer = by.rows.every((row) => row.deleted) || isOnlyIn(by, 'old');
    const until = isFormer ? SOME_LEFT : SCENARIO_START - HOUR_MS;
    const often = random.chance(0.25) ? 2 : 1;
    for (let number = 0; number < often; number += 1) {
      const desk = deskOf(random, by);
      const list = raised.get(desk) ?? [];
      list.push({ by, createdAt: recentTime(random, OLDEST, until) });
      raised.set(desk, list);
    }
  }
  return raised;
}

function isOnlyIn({ stands = [] }: ServerColleague, directory: 'old'): boolean {
  return stands.length > 0 && stands.every((each) => each === directory);
}

function deskOf(random: Random, { is }: ServerColleague): ServerProjectKey {
  if (is !== 'customer') return 'staff-it';
  return random.chance(0.6) ? 'warehouse' : 'claims';
}

function seedDesk(
  tx: Tx,
  random: Random,
  desk: ServerProjectKey,
  raised: readonly Raised[],
): Written[] {
  const project = serverProjects().find(({ id }) => id === serverProjectId(desk));
  if (!project) throw new Error(`No project ${desk}`);
  const inOrder = raised.toSorted((a, b) => a.createdAt - b.createdAt);
  return inOrder.map(({ by, createdAt }, at): Written => {
    const key = `${project.key}-${at + 1}`;
    const request: Request = {
      id: `request_${key.toLowerCase()}`,
      siteId: SERVER.id,
      projectId: project.id,
      key,
      summary: filledIn(random, SERVER_DESKS[desk]),
      status: random.chance(openShare(createdAt)) ? 'open' : 'resolved',
      createdAt,
      // The last row: of somebody in two directories, requests name either.
      reporterId: idOf(by, at % 2 === 0 ? 'last' : 'first'),
      customerOrganizationId: null,
    };
    tx.requests.put(request);
    return { ...request, by };
  });
}

/** Colleagues of the reporter on some requests, and whoever is named as a participant only. */
function seedParticipants(
  tx: Tx,
  random: Random,
  colleagues: readonly ServerColleague[],
  requests: readonly Written[],
): void {
  for (const { id: requestId, by } of requests) {
    if (!random.chance(0.3)) continue;
    const others = colleagues.filter(
      (each) => each !== by && each.domain === by.domain && each.came !== undefined,
    );
    if (others.length === 0) continue;
    tx.requestParticipants.put({ requestId, holderId: idOf(random.pick(others)) });
  }
  for (const each of colleagues.filter(({ named }) => named === 'participant')) {
    const { id: requestId } = random.pick(requests);
    tx.requestParticipants.put({ requestId, holderId: idOf(each) });
  }
}

function seedReferences(
  tx: Tx,
  random: Random,
  desk: ServerProjectKey,
  requests: readonly Written[],
  colleagues: readonly ServerColleague[],
): void {
  const { field, transition } = SERVER_DESKS[desk];
  const agents = colleagues.filter(({ is }) => is === 'agent');
  const admins = colleagues.filter(({ is }) => is === 'project-admin');
  const write = (owner: string, requestId: Request['id'] | null, named: readonly Named[]) => {
    for (const [at, each] of named.entries()) {
      tx.projectReferences.put({
        id: `reference_${owner}-${at + 1}`,
        projectId: serverProjectId(desk),
        requestId,
        ...each,
      });
    }
  };
  const inField = colleagues.filter(({ named }) => named === 'custom-field');
  for (const [at, { id, key, status, reporterId }] of requests.entries()) {
    const named: Named[] = [];
    if (status === 'open') named.push(inRequest('standard-field', 'Assignee', random.pick(agents)));
    const fielded = desk === 'warehouse' ? inField[at] : undefined;
    if (fielded) named.push(inRequest('custom-field', field, fielded));
    else if (at === 0) named.push(inRequest('custom-field', field, random.pick(agents)));
    if (at % 8 === 2) named.push(inRequest('standard-field', 'Watchers', random.pick(agents)));
    if (at % 9 === 1) named.push({ place: 'content', name: 'Comment', subjectId: reporterId });
    write(key.toLowerCase(), id, named);
  }
  const customers = colleagues.filter(({ named }) => named === 'role');
  write(`quayside-${desk}`, null, [
    inRequest('workflow', transition, random.pick(admins)),
    role('Administrators', serverGroupId('administrators')),
    role('Service Desk Team', serverGroupId('agents')),
    ...(desk === 'warehouse' ? [role('Hall leads', serverGroupId('leads'))] : []),
    ...(desk === 'claims'
      ? customers.map((each) => ({ ...CUSTOMERS_ROLE, subjectId: idOf(each) }))
      : []),
  ]);
}

function inRequest(place: Named['place'], name: string, person: ServerColleague): Named {
  return { place, name, subjectId: idOf(person) };
}

function role(name: string, subjectId: GroupId): Named {
  return { place: 'permission', name, subjectId };
}

function idOf({ rows }: ServerColleague, which: 'first' | 'last' = 'first'): ServerUserId {
  const user = which === 'first' ? rows[0] : rows.at(-1);
  if (!user) throw new Error('Nobody without a row');
  return user.id;
}
