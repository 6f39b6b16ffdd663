/* The Jira server of every scenario: of a storage company that the Harbor organization took over. */
import type { ServerDirectoryId, ServiceProjectId } from '../../domain/ids.ts';
import type { ServiceProject } from '../../domain/request.ts';
import type { Server } from '../../domain/server.ts';
import type { Tx } from '../ports.ts';
import type { DirectoryKey } from './server-cast.ts';

export const SERVER: Server = {
  id: 'server_quayside',
  name: 'Quayside Storage',
  edition: 'data-center',
};

export type ServerProjectKey = 'warehouse' | 'claims' | 'staff-it';

const PROJECTS: Readonly<Record<ServerProjectKey, readonly [key: string, name: string]>> = {
  warehouse: ['WHS', 'Warehouse Desk'],
  claims: ['CLM', 'Damage Claims'],
  'staff-it': ['QIT', 'Staff IT'],
};

/** Directories with whether they are active, in the order in which the server asks them. */
const DIRECTORIES: Readonly<Record<DirectoryKey, readonly [name: string, active: boolean]>> = {
  internal: ['Jira Internal Directory', true],
  ldap: ['Quayside LDAP', true],
  old: ['Old terminal directory', false],
};

/** Writes the server with its service projects and the directory that every server has. */
export function seedServer(tx: Tx): void {
  tx.servers.put(SERVER);
  putDirectories(tx, ['internal']);
  for (const project of serverProjects()) tx.serviceProjects.put(project);
}

/** Writes directories, in their order. */
export function putDirectories(tx: Tx, keys: readonly DirectoryKey[]): void {
  const order = Object.keys(DIRECTORIES);
  for (const key of keys) {
    const [name, active] = DIRECTORIES[key];
    const position = order.indexOf(key) + 1;
    tx.serverDirectories.put({
      id: directoryId(key),
      serverId: SERVER.id,
      position,
      name,
      active,
    });
  }
}

export function directoryId(key: DirectoryKey): ServerDirectoryId {
  return `server-directory_quayside-${key}`;
}

export function serverProjectId(key: ServerProjectKey): ServiceProjectId {
  return `project_quayside-${key}`;
}

/** The service projects of the server. */
export function serverProjects(): ServiceProject[] {
  const keys = Object.keys(PROJECTS) as ServerProjectKey[];
  return keys.map((key) => {
    const [projectKey, name] = PROJECTS[key];
    return { id: serverProjectId(key), siteId: SERVER.id, key: projectKey, name };
  });
}
