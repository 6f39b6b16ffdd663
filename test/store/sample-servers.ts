/* A server with a record of every kind. */
import type { ServerUser } from '#src/domain/server.ts';
import type { Tx } from '#src/application/ports.ts';

export function serverUser(id: ServerUser['id'], values: Partial<ServerUser> = {}): ServerUser {
  return {
    id,
    serverId: 'server_1',
    directoryId: 'server-directory_1',
    userKey: `KEY-${id}`,
    userName: id,
    email: `${id}@example.com`,
    emailKey: `${id}@example.com`,
    name: id,
    type: 'customer',
    agent: false,
    projectAdmin: false,
    channel: 'portal',
    active: true,
    deleted: false,
    ...values,
  };
}

/** One record of each set, or more. */
export function fillServers(tx: Tx): void {
  tx.servers.put({ id: 'server_1', name: 'jira.nord.example', edition: 'data-center' });
  tx.serverDirectories.put({
    id: 'server-directory_1',
    serverId: 'server_1',
    position: 0,
    name: 'Internal',
    active: true,
  });
  tx.serverUsers.put(serverUser('server-user_1'));
  tx.serverUsers.put(serverUser('server-user_2', { channel: null, agent: true, deleted: true }));
  tx.serverGroups.put({
    id: 'group_9',
    serverId: 'server_1',
    name: 'jira-servicedesk-users',
    description: 'Agents',
    role: 'agent',
    adminAccess: false,
  });
  tx.serverMemberships.put({ groupId: 'group_9', userId: 'server-user_1' });
  tx.migratingPeople.put({
    planId: 'plan_1',
    position: 0,
    person: {
      emailKey: 'ada@nord.example',
      email: 'Ada@nord.example',
      name: 'Ada',
      row: 'customer',
      userIds: ['server-user_1'],
      active: true,
    },
  });
  tx.serverFixes.put({
    serverId: 'server_1',
    assessedAt: 3.25,
    fingerprint: '2 1',
    level: 'simple',
    invalid: 'file',
    duplicated: 'merge',
    version: 1,
  });
  tx.serverCheckResults.put({
    planId: 'plan_1',
    checkId: 'invalid-addresses',
    result: 'error',
    at: 2.5,
    basis: '1 1',
    total: 1,
    occurrences: ['Ada <ada@>'],
    excluded: true,
  });
  tx.serverFixRows.put({
    serverId: 'server_1',
    file: 'invalid',
    userKey: 'JIRAUSER10001',
    newEmail: 'ada@nord.example',
    tombstone: false,
  });
}
