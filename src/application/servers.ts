/* Jira servers and their user directories. */
import { directorySwitch, type DirectorySwitch } from '../domain/directory-switch.ts';
import type { DomainError } from '../domain/errors.ts';
import type { ServerDirectoryId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { peopleOf } from '../domain/server-people.ts';
import type { Server, ServerDirectory } from '../domain/server.ts';
import { notFound } from './access.ts';
import { recordChange } from './audit.ts';
import type { Context, Tx } from './ports.ts';
import { authorisedServer, serverPermission } from './server-access.ts';

/** A server to choose. */
export type ServerEntry = Server & {
  readonly serviceProjects: number;
  /** Whether anybody is on it: exports were loaded, or a scenario brought them. */
  readonly isLoaded: boolean;
};

/** A directory with those who stand in it, and whom switching it would change. */
type DirectoryDetail = ServerDirectory & {
  readonly people: number;
  readonly switching: DirectorySwitch;
};

export type ServerDetail = Server & {
  readonly counts: {
    /** By user name: somebody in two directories counts once. */
    readonly people: number;
    readonly licensed: number;
    readonly customers: number;
    readonly former: number;
    readonly serviceProjects: number;
    readonly requests: number;
  };
  /** In the order in which the server asks them. */
  readonly directories: readonly DirectoryDetail[];
};

/** The servers that the actor administers, by name; none for everybody else. */
export function listServers(tx: Tx, context: Context): readonly ServerEntry[] {
  if (!serverPermission(context).allowed) return [];
  return tx.servers
    .where({})
    .map((server) => ({
      ...server,
      serviceProjects: tx.serviceProjects.count({ siteId: server.id }),
      isLoaded: tx.serverUsers.first({ serverId: server.id }) !== undefined,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A server with who is on it. */
export function getServer(
  tx: Tx,
  serverId: string,
  context: Context,
): Result<ServerDetail, DomainError> {
  const server = authorisedServer(tx, context, serverId);
  return server.ok ? ok(detailOf(tx, server.value)) : server;
}

/** Marks a directory active or inactive; a directory that is so already stays as it is. */
export function setDirectory(
  tx: Tx,
  input: {
    readonly serverId: string;
    readonly directoryId: string;
    readonly active: boolean;
  },
  context: Context,
): Result<ServerDetail, DomainError> {
  const found = authorisedServer(tx, context, input.serverId);
  if (!found.ok) return found;
  const server = found.value;
  const directory = tx.serverDirectories.get({ id: input.directoryId as ServerDirectoryId });
  if (directory?.serverId !== server.id) return notFound('user directory', input.directoryId);
  const { active } = input;
  if (directory.active === active) return ok(detailOf(tx, server));
  const before = detailOf(tx, server);
  tx.serverDirectories.put({ ...directory, active });
  const after = detailOf(tx, server);
  recordChange(tx, context, {
    action: 'server.directory-changed',
    subjectId: directory.id,
    facts: { name: directory.name, server: server.name },
    before: { active: directory.active, formerCustomers: before.counts.former },
    after: { active, formerCustomers: after.counts.former },
  });
  return ok(after);
}

function detailOf(tx: Tx, server: Server): ServerDetail {
  const serverId = server.id;
  const users = tx.serverUsers.where({ serverId });
  const directories = tx.serverDirectories
    .where({ serverId })
    .toSorted((a, b) => a.position - b.position);
  const people = peopleOf(users, directories);
  const inRow = (row: (typeof people)[number]['row']) =>
    people.filter((person) => person.row === row).length;
  const directoryOf = new Map(users.map(({ id, directoryId }) => [id, directoryId]));
  const standsIn = (id: ServerDirectoryId) =>
    people.filter(({ userIds }) => userIds.some((userId) => directoryOf.get(userId) === id)).length;
  return {
    ...server,
    counts: {
      people: people.length,
      licensed: inRow('licensed'),
      customers: inRow('customer'),
      former: inRow('former'),
      serviceProjects: tx.serviceProjects.count({ siteId: serverId }),
      requests: tx.requests.count({ siteId: serverId }),
    },
    directories: directories.map((directory) => ({
      ...directory,
      people: standsIn(directory.id),
      switching: directorySwitch(users, directories, people, directory.id),
    })),
  };
}
