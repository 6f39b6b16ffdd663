/* Servers, whom their directories hold, and the fixes chosen for their addresses. */
import { searchKey } from '#src/domain/search-key.ts';
import type { ServerFixes, ServerFixRow } from '#src/domain/server-fixes.ts';
import { userNameKey } from '#src/domain/server-people.ts';
import type { KeptCheck } from '#src/domain/kept-check.ts';
import type { KeptPerson } from '#src/domain/migrating-person.ts';
import type {
  Server,
  ServerDirectory,
  ServerGroup,
  ServerMembership,
  ServerUser,
} from '#src/domain/server.ts';
import { defineTable } from '../table.ts';

export const serverTable = defineTable<Server, 'id'>({
  name: 'server',
  key: ['id'],
  fields: { id: 'text', name: 'text', edition: 'text' },
});

export const serverDirectoryTable = defineTable<ServerDirectory, 'id'>({
  name: 'server_directory',
  key: ['id'],
  fields: { id: 'text', serverId: 'text', position: 'number', name: 'text', active: 'boolean' },
});

export const serverUserTable = defineTable<ServerUser, 'id'>({
  name: 'server_user',
  key: ['id'],
  fields: {
    id: 'text',
    serverId: 'text',
    directoryId: 'text',
    userKey: 'text',
    userName: 'text',
    email: 'text',
    emailKey: 'text',
    name: 'text',
    type: 'text',
    agent: 'boolean',
    projectAdmin: 'boolean',
    channel: 'text',
    active: 'boolean',
    deleted: 'boolean',
  },
  derived: {
    user_name_key: (record) => userNameKey(record.userName),
    email_search: (record) => searchKey(record.email),
    name_search: (record) => searchKey(record.name),
  },
});

export const serverFixesTable = defineTable<ServerFixes, 'serverId'>({
  name: 'server_fixes',
  key: ['serverId'],
  fields: {
    serverId: 'text',
    assessedAt: 'number',
    fingerprint: 'text',
    level: 'text',
    invalid: 'text',
    duplicated: 'text',
    version: 'number',
  },
});

export const serverFixRowTable = defineTable<ServerFixRow, 'serverId' | 'file' | 'userKey'>({
  name: 'server_fix_row',
  key: ['serverId', 'file', 'userKey'],
  fields: {
    serverId: 'text',
    file: 'text',
    userKey: 'text',
    newEmail: 'text',
    tombstone: 'boolean',
  },
});

export const serverGroupTable = defineTable<ServerGroup, 'id'>({
  name: 'server_group',
  key: ['id'],
  fields: {
    id: 'text',
    serverId: 'text',
    name: 'text',
    description: 'text',
    role: 'text',
    adminAccess: 'boolean',
  },
});

export const serverMembershipTable = defineTable<ServerMembership, 'groupId' | 'userId'>({
  name: 'server_membership',
  key: ['groupId', 'userId'],
  fields: { groupId: 'text', userId: 'text' },
});

export const migratingPersonTable = defineTable<KeptPerson, 'planId' | 'position'>({
  name: 'migrating_person',
  key: ['planId', 'position'],
  fields: { planId: 'text', position: 'number', person: 'object' },
});

export const serverCheckResultTable = defineTable<KeptCheck, 'planId' | 'checkId'>({
  name: 'server_check_result',
  key: ['planId', 'checkId'],
  fields: {
    planId: 'text',
    checkId: 'text',
    result: 'text',
    at: 'number',
    basis: 'text',
    total: 'number',
    occurrences: 'list',
    excluded: 'boolean',
  },
});
