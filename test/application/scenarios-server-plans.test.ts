/* Whom plans take from the demo's server, its requests and groups, and the people it names. */
import { beforeAll, describe, expect, test } from 'vitest';
import { fixedPeople } from '#src/application/server-people.ts';
import { associatedKeys } from '#src/application/server-plan-people.ts';
import { SERVER_CAST } from '#src/application/scenarios/server-cast.ts';
import type { Holding } from '#src/domain/copy-table.ts';
import { whyLeftBehind } from '#src/domain/group.ts';
import { isServerUserId } from '#src/domain/ids.ts';
import { customerChoices, exclusionsOf, type ServerChoice } from '#src/domain/server-choice.ts';
import type { FixedPerson } from '#src/domain/server-fixes.ts';
import { SERVER_TABLE } from '#src/domain/server-table.ts';
import { countBy, holdingsOn } from '#test/support/scenario-dump.ts';
import { SERVER_PLAN } from '#test/support/server-plan.ts';
import { dumpOf, type StoreDump } from '#test/support/store-dump.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SERVER = 'server_quayside';
let world: World;
let demo: StoreDump;
let people: readonly FixedPerson[];
let there: ReturnType<typeof holdingsOn>;
beforeAll(async () => {
  world = await openWorld('demo');
  demo = dumpOf(world.store);
  people = world.read((tx) => fixedPeople(tx, SERVER));
  there = holdingsOn(demo, 'site_harbor');
});

function holdingOf(emailKey: string): Holding {
  const holding = there.get(emailKey) ?? 'nobody';
  return holding === 'deleted' ? 'nobody' : holding;
}

function named(userName: string): FixedPerson {
  const found = people.find(({ person }) => person.userName === userName);
  if (!found) throw new Error(`Nobody is called ${userName}`);
  return found;
}

function requestsOnServer() {
  return demo.requests.filter(({ siteId }) => siteId === SERVER);
}

function excluded(choice: ServerChoice, selected: readonly string[]): string[] {
  const ids = demo.serviceProjects.filter(({ id }) => selected.includes(id));
  const plan = {
    ...SERVER_PLAN,
    sourcePlaceId: SERVER,
    projectIds: ids.map(({ id }) => id),
  } as const;
  const associated = world.read((tx) => associatedKeys(tx, plan, people));
  return [...exclusionsOf(people, choice, associated).values()].flatMap((why) => why ?? []);
}

function projectIds() {
  return demo.serviceProjects.filter(({ siteId }) => siteId === SERVER).map(({ id }) => id);
}

describe('choices', () => {
  test('leave somebody out for every reason there is', () => {
    const seen = new Set<string>();
    for (const flow of ['in-advance', 'with-data'] as const) {
      for (const projects of [[], ['project_quayside-warehouse']]) {
        for (const customers of customerChoices(flow, projects.length)) {
          for (const users of ['all', 'related', 'related-and-members'] as const) {
            for (const why of excluded({ flow, customers, users }, projects)) seen.add(why);
          }
        }
      }
    }
    expect([...seen].toSorted()).toEqual(['never-raised-a-request', 'no-customers', 'not-related']);
  });

  test.each(['project_quayside-warehouse', 'project_quayside-claims', 'project_quayside-staff-it'])(
    'of %s take some people and leave others out',
    (projectId) => {
      const out = (users: ServerChoice['users']) =>
        excluded({ flow: 'with-data', customers: 'related', users }, [projectId]).length;
      expect(out('related')).toBeGreaterThan(20);
      expect(out('related')).toBeLessThan(people.length - 10);
      expect(out('related-and-members')).toBeLessThan(out('related'));
    },
  );

  test('all customers and the related ones are not the same people (S4)', () => {
    const related = world.read((tx) =>
      associatedKeys(
        tx,
        { ...SERVER_PLAN, sourcePlaceId: SERVER, projectIds: projectIds() },
        people,
      ),
    ).related;
    const never = people.filter(
      ({ person }) => person.row === 'customer' && person.channel === null,
    );
    const isRelated = ({ person }: FixedPerson) => related.has(person.userKey);
    expect(never.filter(isRelated).length).toBeGreaterThan(3);
    expect(never.filter((each) => !isRelated(each)).length).toBeGreaterThan(3);
  });
});

describe('requests', () => {
  test('name only people of the server', () => {
    const ids = new Set<string>(demo.serverUsers.map(({ id }) => id));
    const own = new Set(requestsOnServer().map(({ id }) => id));
    const participants = demo.requestParticipants.filter(({ requestId }) => own.has(requestId));
    const holders = [
      ...requestsOnServer().map(({ reporterId }) => reporterId),
      ...participants.map(({ holderId }) => holderId),
    ];
    expect(holders.filter((id) => !ids.has(id))).toEqual([]);
    expect(participants.length).toBeGreaterThan(20);
    const elsewhere = demo.requests.filter(
      ({ siteId, reporterId }) => siteId !== SERVER && isServerUserId(reporterId),
    );
    expect(elsewhere).toEqual([]);
  });

  test('were raised by exactly those who came by a channel', () => {
    const reporters = new Set<string>(requestsOnServer().map(({ reporterId }) => reporterId));
    const raised = people.filter(({ person }) => person.userIds.some((id) => reporters.has(id)));
    expect(raised.map(({ person }) => person.userName)).toEqual(
      people.flatMap(({ person }) => (person.channel === null ? [] : person.userName)),
    );
    const ways = new Set(raised.map(({ person }) => `${person.row} ${person.former}`));
    expect([...ways].toSorted()).toEqual([
      'customer null',
      'former deleted',
      'former inactive-directory',
      'licensed null',
    ]);
  });

  test('count up in time in three service projects', () => {
    const projects = demo.serviceProjects.filter(({ siteId }) => siteId === SERVER);
    expect(projects.map(({ name }) => name).toSorted()).toEqual([
      'Damage Claims',
      'Staff IT',
      'Warehouse Desk',
    ]);
    for (const { id } of projects) {
      const own = requestsOnServer().filter(({ projectId }) => projectId === id);
      expect(own.length).toBeGreaterThan(5);
    }
    expect(new Set(requestsOnServer().map(({ status }) => status)).size).toBe(2);
  });
});

test('groups become agents or administrators by review, meet a name, or stay behind', () => {
  const counts = countBy(demo.serverMemberships, ({ groupId }) => groupId);
  const groups = demo.serverGroups.map(({ id, ...group }) => ({
    name: group.name,
    why: whyLeftBehind({ ...group, review: 'none', adminReview: 'none' }, true),
    isThere: demo.groups.some(
      ({ siteId, name }) => siteId === 'site_harbor' && name === group.name,
    ),
    hasMembers: (counts[id] ?? 0) > 0,
  }));
  expect(groups.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'dock-managers', why: null, isThere: true, hasMembers: true },
    { name: 'jira-administrators', why: null, isThere: false, hasMembers: true },
    { name: 'jira-core-users', why: 'no-access', isThere: false, hasMembers: true },
    { name: 'jira-servicedesk-users', why: null, isThere: false, hasMembers: true },
    { name: 'site-admins', why: 'block-listed', isThere: true, hasMembers: true },
    { name: 'warehouse-leads', why: null, isThere: false, hasMembers: true },
  ]);
});

describe('the named people', () => {
  test('are on the server, each with the rule that they show', () => {
    for (const { userName, rule } of SERVER_CAST) {
      expect(named(userName).person.userName).toBe(userName);
      expect(rule).toMatch(/^[A-Z].+\.$/);
    }
  });

  test.each([
    ['obrandt', 'licensed', 'create-account'],
    ['granskog-it', 'licensed', 'duplicate'],
    ['kmarlow', 'licensed', 'create-account'],
    ['rnakagawa', 'licensed', 'create-account'],
    ['ida.holmqvist@granskog.example', 'customer', 'create'],
    ['mc.fernandez@bodega-del-sur.example', 'customer', 'link'],
    ['desk@northmill.example', 'customer', 'link'],
    ['per.lindqvist@granskog.example', 'former', 'former-user'],
    ['tunde.okafor@northmill.example', 'former', 'former-user'],
    ['katarzyna.mazur@baltyk-cargo.example', 'former', 'former-user'],
    ['dprice', 'former', 'former-user'],
    ['ravi.deshmukh@deccan-spice.example', 'customer', 'create'],
  ] as const)('%s is %s there: %s', (userName, row, action) => {
    const { person } = named(userName);
    expect(person.row).toBe(row);
    expect(SERVER_TABLE[person.row][holdingOf(person.emailKey)].action).toBe(action);
  });
});
