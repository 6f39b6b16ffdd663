/* Servers, whom their directories hold, and the fixes chosen for their addresses. */
import { searchKey } from '#src/domain/search-key.ts';
import type { ServerFixes, ServerFixRow } from '#src/domain/server-fixes.ts';
import { userNameKey } from '#src/domain/server-people.ts';
import type { Server, ServerDirectory, ServerUser } from '#src/domain/server.ts';
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
