/* What a transaction keeps of servers, and of what migrating from them decided. */
import type { KeptPerson } from '../domain/migrating-person.ts';
import type {
  Server,
  ServerDirectory,
  ServerGroup,
  ServerMembership,
  ServerUser,
} from '../domain/server.ts';
import type { ServerFixes, ServerFixRow } from '../domain/server-fixes.ts';
import type { KeptCheck } from '../domain/kept-check.ts';
import type { Records } from './records-port.ts';

/** Part of a transaction's view of the store. */
export type ServerRecords = {
  readonly servers: Records<Server, 'id'>;
  readonly serverDirectories: Records<ServerDirectory, 'id'>;
  readonly serverUsers: Records<ServerUser, 'id'>;
  readonly serverGroups: Records<ServerGroup, 'id'>;
  readonly serverMemberships: Records<ServerMembership, 'groupId' | 'userId'>;
  readonly migratingPeople: Records<KeptPerson, 'planId' | 'position'>;
  readonly serverFixes: Records<ServerFixes, 'serverId'>;
  readonly serverFixRows: Records<ServerFixRow, 'serverId' | 'file' | 'userKey'>;
  readonly serverCheckResults: Records<KeptCheck, 'planId' | 'checkId'>;
};
