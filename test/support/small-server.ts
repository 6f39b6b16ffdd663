/*
 * A small Jira server with one of everybody that a migration treats differently. An address is the
 * user name at mail.example (`emailOf` of two-sites.ts), so a test that wants somebody on a site
 * under the same address adds the same short name there.
 */
import { emailKey } from '#src/domain/email-key.ts';
import type {
  HolderId,
  RequestId,
  ServerDirectoryId,
  ServerId,
  ServerUserId,
  ServiceProjectId,
} from '#src/domain/ids.ts';
import type { ServerUser } from '#src/domain/server.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { emailOf } from './two-sites.ts';

export const SERVER = 'server_quarry' satisfies ServerId;
/** Both active; asked in this order. */
export const INTERNAL = 'server-directory_quarry-internal' satisfies ServerDirectoryId;
export const CONNECTED = 'server-directory_quarry-ldap' satisfies ServerDirectoryId;
export const INACTIVE = 'server-directory_quarry-old' satisfies ServerDirectoryId;
export const SERVER_PROJECT = 'project_quarry-it' satisfies ServiceProjectId;
export const OTHER_SERVER_PROJECT = 'project_quarry-hr' satisfies ServiceProjectId;

type Row = Partial<Omit<ServerUser, 'id' | 'serverId'>>;

const LICENSED = { type: 'licensed' } as const;
const BY_EMAIL = { channel: 'email' } as const;

/** User key numbers count from 10101 in this order, but for `lena`, who is of an early release. */
const PEOPLE: readonly (readonly [userName: string, over: Row])[] = [
  ['lena', { ...LICENSED, channel: null, userKey: 'lena' }],
  ['otto', { ...LICENSED, agent: true, channel: null }],
  ['petra', { ...LICENSED, projectAdmin: true, channel: null }],
  ['cora', {}],
  ['eddi', BY_EMAIL],
  ['nora', { channel: null }],
  ['dora', { deleted: true }],
  ['ines', { active: false }],
  ['olaf', { directoryId: INACTIVE }],
  ['gwen', { ...LICENSED, channel: null, directoryId: INACTIVE }],
  ['hank', { ...BY_EMAIL, email: 'hank@' }],
  ['vera', { ...LICENSED, channel: null, email: 'vera@quarry' }],
  ['dan', { ...LICENSED, channel: null, email: emailOf('dan') }],
  ['dan.home', { email: emailOf('dan') }],
  ['twin', { directoryId: CONNECTED }],
  ['twin.mobile', { ...BY_EMAIL, directoryId: CONNECTED, email: emailOf('twin').toUpperCase() }],
  ['mia', { userKey: 'JIRAUSER10117' }],
];

/**
 * Puts the server *Quarry desk* into a store: 17 user names in 18 rows (`mia` stands in both active
 * directories), 14 of them present.
 * - licensed: `lena`; `otto` (agent); `petra` (project admin)
 * - customers: `cora` (portal), `eddi` (e-mail), `nora` (never raised a request; participates in
 *   SRV-2), `ines` (inactive), `mia`
 * - former: `dora` (deleted), `olaf` and the licensed `gwen` (inactive directory)
 * - invalid addresses: `hank` (customer), `vera` (licensed)
 * - duplicated addresses: `dan` (licensed) with `dan.home` (customer); `twin` with `twin.mobile`
 *   (customers, the second in capitals)
 *
 * `SERVER_PROJECT` (SRV) has requests of `cora`, `eddi` with `nora` on it, `dora`, `olaf`, `hank`,
 * `dan.home` and `twin`; `OTHER_SERVER_PROJECT` (PPL) those of `cora`, `ines`, `mia` (through her
 * second row), `twin.mobile`. `petra` is named by a field of SRV-1.
 */
export function putSmallServer(tx: StoreTx): void {
  tx.servers.put({ id: SERVER, name: 'Quarry desk', edition: 'data-center' });
  const directories = [INTERNAL, CONNECTED, INACTIVE] as const;
  const names = ['Jira internal directory', 'Quarry LDAP', 'Old Crowd'] as const;
  for (const [at, id] of directories.entries()) {
    const name = names[at] ?? id;
    tx.serverDirectories.put({
      id,
      serverId: SERVER,
      position: at + 1,
      name,
      active: id !== INACTIVE,
    });
  }
  for (const [at, [userName, over]] of PEOPLE.entries()) {
    addServerUser(tx, userName, { userKey: `JIRAUSER${10_101 + at}`, ...over });
  }
  const again: ServerUserId = 'server-user_mia-2';
  tx.serverUsers.put({
    ...addServerUser(tx, 'mia', { userKey: 'JIRAUSER10117' }),
    id: again,
    directoryId: CONNECTED,
  });
  putProjects(tx, again);
}

function putProjects(tx: StoreTx, mia: ServerUserId): void {
  tx.serviceProjects.put({ id: SERVER_PROJECT, siteId: SERVER, key: 'SRV', name: 'IT service' });
  tx.serviceProjects.put({
    id: OTHER_SERVER_PROJECT,
    siteId: SERVER,
    key: 'PPL',
    name: 'People desk',
  });
  const named = serverUserId;
  const first = addServerRequest(tx, SERVER_PROJECT, 'SRV-1', named('cora'));
  addServerRequest(tx, SERVER_PROJECT, 'SRV-2', named('eddi'), [named('nora')]);
  for (const [at, name] of ['dora', 'olaf', 'hank', 'dan.home', 'twin'].entries()) {
    addServerRequest(tx, SERVER_PROJECT, `SRV-${at + 3}`, named(name));
  }
  const others = [named('cora'), named('ines'), mia, named('twin.mobile')];
  for (const [at, id] of others.entries()) {
    addServerRequest(tx, OTHER_SERVER_PROJECT, `PPL-${at + 1}`, id);
  }
  tx.projectReferences.put({
    id: 'reference_quarry-1',
    projectId: SERVER_PROJECT,
    requestId: first,
    place: 'custom-field',
    name: 'Approvers',
    subjectId: named('petra'),
  });
}

/** The id of a user's first row. */
export function serverUserId(userName: string): ServerUserId {
  return `server-user_${userName}`;
}

/** An active customer of the internal directory who came by the portal, but for what is said. */
export function addServerUser(tx: StoreTx, userName: string, over: Row = {}): ServerUser {
  const email = over.email ?? emailOf(userName);
  const user: ServerUser = {
    id: serverUserId(userName),
    serverId: SERVER,
    directoryId: INTERNAL,
    userKey: userName,
    userName,
    name: `${userName.charAt(0).toUpperCase()}${userName.slice(1)} Stone`,
    type: 'customer',
    agent: false,
    projectAdmin: false,
    channel: 'portal',
    active: true,
    deleted: false,
    ...over,
    email,
    emailKey: emailKey(email),
  };
  tx.serverUsers.put(user);
  return user;
}

/** A request on the server; its key is also its summary. */
export function addServerRequest(
  tx: StoreTx,
  projectId: ServiceProjectId,
  key: string,
  reporterId: HolderId,
  participants: readonly HolderId[] = [],
): RequestId {
  const id: RequestId = `request_quarry ${key}`;
  tx.requests.put({
    id,
    siteId: SERVER,
    projectId,
    key,
    summary: key,
    status: 'open',
    createdAt: 0,
    reporterId,
    customerOrganizationId: null,
  });
  for (const holderId of participants) tx.requestParticipants.put({ requestId: id, holderId });
  return id;
}
