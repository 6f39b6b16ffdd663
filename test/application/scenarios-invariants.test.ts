/* The demo obeys what holds of every workspace (design, section 2, Invariants), from its first moment. */
import { beforeAll, describe, expect, test } from 'vitest';
import { emailKey } from '#src/domain/email-key.ts';
import { customersGroupName } from '#src/domain/group.ts';
import { FORMER_USER } from '#src/domain/ids.ts';
import { migrationDurationMs } from '#src/domain/account-migration.ts';
import { seededDump, START } from '#test/support/scenario-dump.ts';
import type { StoreDump } from '#test/support/store-dump.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

let demo: StoreDump;
beforeAll(async () => {
  demo = await seededDump('demo');
});

function ids(records: readonly { readonly id: string }[]): Set<string> {
  return new Set(records.map(({ id }) => id));
}

function pairs<A extends string>(
  records: readonly Readonly<Record<A, string>>[],
  ...fields: readonly A[]
): Set<string> {
  return new Set(records.map((record) => fields.map((field) => record[field]).join(' ')));
}

function numberOf(requestKey: string): number {
  return Number(requestKey.split('-')[1]);
}

function migrated() {
  return demo.portalCustomers.filter(({ state }) => state === 'migrated');
}

function wrong(texts: readonly string[], form: string): readonly string[] {
  return texts.filter((text) => !new RegExp(`^${form}$`).test(text));
}

describe('identity', () => {
  test('ids have the formats of their kind', () => {
    expect(
      wrong(
        demo.portalCustomers.map(({ id }) => id),
        `qm:${UUID}:${UUID}`,
      ),
    ).toEqual([]);
    expect(
      wrong(
        demo.accounts.map(({ id }) => id),
        `712020:${UUID}`,
      ),
    ).toEqual([]);
    expect(
      wrong(
        demo.siteAccess.map(({ userKey }) => userKey),
        `ug:${UUID}`,
      ),
    ).toEqual([]);
    expect(pairs(demo.siteAccess, 'userKey').size).toBe(demo.siteAccess.length);
  });

  test('every key is the key of its address', () => {
    const people = [...demo.portalCustomers, ...demo.accounts];
    expect(people.filter((person) => person.emailKey !== emailKey(person.email))).toEqual([]);
  });

  test('at most one portal-only account that is not deleted has a key on a site', () => {
    const kept = demo.portalCustomers.filter(({ state }) => state !== 'deleted');
    expect(pairs(kept, 'siteId', 'emailKey').size).toBe(kept.length);
  });

  test('one Atlassian account has a key', () => {
    expect(pairs(demo.accounts, 'emailKey').size).toBe(demo.accounts.length);
  });

  test('request keys are unique on a site and count up in time within their project', () => {
    expect(pairs(demo.requests, 'siteId', 'key').size).toBe(demo.requests.length);
    for (const { id, key } of demo.serviceProjects) {
      const dates = demo.requests
        .filter(({ projectId }) => projectId === id)
        .toSorted((a, b) => numberOf(a.key) - numberOf(b.key))
        .map(({ createdAt }) => createdAt);
      expect(dates, key).toEqual(dates.toSorted((a, b) => a - b));
    }
  });
});

describe('access', () => {
  test('whoever can use a site is in the directory of its organization', () => {
    const organizationOf = new Map(
      demo.sites.map(({ id, organizationId }) => [id, organizationId]),
    );
    const listed = pairs(demo.directoryUsers, 'organizationId', 'accountId');
    const missing = demo.siteAccess.filter(
      ({ siteId, accountId }) => !listed.has(`${organizationOf.get(siteId)} ${accountId}`),
    );
    expect(missing).toEqual([]);
    expect(listed.size).toBe(pairs(demo.directoryUsers, 'accountId').size);
  });

  test('only accounts with access to a site are in its groups', () => {
    const siteOf = new Map(demo.groups.map(({ id, siteId }) => [id, siteId]));
    const access = pairs(demo.siteAccess, 'siteId', 'accountId');
    const strangers = demo.memberships.filter(
      ({ groupId, accountId }) => !access.has(`${siteOf.get(groupId)} ${accountId}`),
    );
    expect(strangers).toEqual([]);
  });

  test('no group is imported yet, and only agents take a licence', () => {
    expect(demo.groups.filter(({ review, origin }) => review !== 'none' || origin)).toEqual([]);
    expect(demo.groups.filter(({ role }) => role === 'agent')).toHaveLength(4);
    expect(demo.groups.filter(({ adminReview }) => adminReview !== 'none')).toEqual([]);
  });
});

describe('migrated customers (S1)', () => {
  test('are in the customers group with the account of their address, and nobody else names one', () => {
    const access = pairs(demo.siteAccess, 'siteId', 'accountId');
    const memberships = pairs(demo.memberships, 'groupId', 'accountId');
    for (const { siteId, emailKey: key, migratedTo } of migrated()) {
      const account = demo.accounts.find(({ id }) => id === migratedTo);
      expect(account?.emailKey).toBe(key);
      expect(access).toContain(`${siteId} ${migratedTo}`);
      const site = demo.sites.find(({ id }) => id === siteId);
      const name = customersGroupName(site!.name);
      const group = demo.groups.find((candidate) => candidate.name === name);
      expect(memberships).toContain(`${group?.id} ${migratedTo}`);
    }
    const others = demo.portalCustomers.filter(({ state }) => state !== 'migrated');
    expect(others.filter(({ migratedTo }) => migratedTo !== null)).toEqual([]);
  });

  test('left nothing with the old profile, and brought requests along', () => {
    const old = ids(migrated());
    expect(demo.requests.filter(({ reporterId }) => old.has(reporterId))).toEqual([]);
    expect(demo.requestParticipants.filter(({ holderId }) => old.has(holderId))).toEqual([]);
    expect(demo.customerOrganizationMembers.filter(({ holderId }) => old.has(holderId))).toEqual(
      [],
    );
    const targets = new Set<string>(migrated().map(({ migratedTo }) => migratedTo ?? ''));
    expect(demo.requests.some(({ reporterId }) => targets.has(reporterId))).toBe(true);
  });

  test('a running migration takes as long as it always does for that customer', () => {
    for (const { subjectId, startedAt, endsAt } of demo.jobs) {
      const customer = demo.portalCustomers.find(({ id }) => id === subjectId);
      expect(endsAt - startedAt).toBe(migrationDurationMs(customer!));
    }
  });
});

describe('references', () => {
  test('everyone named by a request or a customer organization exists on its site', () => {
    const holders = new Set<string>([
      ...demo.portalCustomers
        .filter(({ state }) => state !== 'deleted')
        .map(({ id, siteId }) => `${siteId} ${id}`),
      ...demo.siteAccess.map(({ accountId, siteId }) => `${siteId} ${accountId}`),
      ...demo.serverUsers.map(({ id, serverId }) => `${serverId} ${id}`),
    ]);
    const siteOf = new Map<string, string>(
      [...demo.requests, ...demo.customerOrganizations].map(({ id, siteId }) => [id, siteId]),
    );
    const reporters = demo.requests.filter(({ reporterId }) => reporterId !== FORMER_USER);
    const named = [
      ...reporters.map(({ id, reporterId }) => [id, reporterId]),
      ...demo.requestParticipants.map(({ requestId, holderId }) => [requestId, holderId]),
      ...demo.customerOrganizationMembers.map((member) => [
        member.customerOrganizationId,
        member.holderId,
      ]),
    ] as const;
    const missing = named.filter(
      ([id = '', holder = '']) => !holders.has(`${siteOf.get(id)} ${holder}`),
    );
    expect(missing).toEqual([]);
  });

  test('requests, projects and customer organizations that belong together are on one site', () => {
    const siteOf = new Map<string, string>(
      [...demo.serviceProjects, ...demo.customerOrganizations].map(({ id, siteId }) => [
        id,
        siteId,
      ]),
    );
    for (const { projectId, customerOrganizationId } of demo.customerOrganizationProjects) {
      expect(siteOf.get(projectId)).toBe(siteOf.get(customerOrganizationId));
    }
    const linked = pairs(demo.customerOrganizationProjects, 'customerOrganizationId', 'projectId');
    for (const { siteId, projectId, customerOrganizationId } of demo.requests) {
      expect(siteOf.get(projectId)).toBe(siteId);
      if (customerOrganizationId)
        expect(linked).toContain(`${customerOrganizationId} ${projectId}`);
    }
  });

  test('a request is shared only with a customer organization of its reporter', () => {
    const members = pairs(demo.customerOrganizationMembers, 'customerOrganizationId', 'holderId');
    for (const { customerOrganizationId, reporterId } of demo.requests) {
      if (customerOrganizationId)
        expect(members).toContain(`${customerOrganizationId} ${reporterId}`);
    }
  });
});

test('nothing has happened after the scenario starts, and nothing before its cause', () => {
  const profiles = demo.portalCustomers.filter(
    ({ createdAt, lastLoginAt }) => lastLoginAt !== null && lastLoginAt < createdAt,
  );
  expect(profiles).toEqual([]);
  const instants = [
    ...demo.portalCustomers.flatMap(({ createdAt, lastLoginAt }) => [createdAt, lastLoginAt]),
    ...demo.accounts.map(({ createdAt }) => createdAt),
    ...demo.siteAccess.map(({ lastSeenAt }) => lastSeenAt),
    ...demo.directoryUsers.map(({ addedAt }) => addedAt),
    ...demo.requests.map(({ createdAt }) => createdAt),
    ...demo.messages.map(({ at }) => at),
  ];
  expect(instants.every((at) => at === null || (Number.isInteger(at) && at < START))).toBe(true);
  const bornOf = new Map<string, number>(
    [...demo.portalCustomers, ...demo.accounts].map(({ id, createdAt }) => [id, createdAt]),
  );
  const isMigrated = new Set(demo.portalCustomers.map(({ migratedTo }) => migratedTo as string));
  const early = demo.requests.filter(
    ({ reporterId, createdAt }) =>
      !isMigrated.has(reporterId) && createdAt < (bornOf.get(reporterId) ?? 0),
  );
  expect(early).toEqual([]);
});
