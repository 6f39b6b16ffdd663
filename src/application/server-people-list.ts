/*
 * Who is on a server, one by one. Somebody in several directories is one person (domain.md 7.5), so
 * the list is made from all rows by the rule of the domain, which SQL does not know.
 */
import type { DomainError } from '../domain/errors.ts';
import { ok, type Result } from '../domain/result.ts';
import { searchKey } from '../domain/search-key.ts';
import { assess, type AddressProblem } from '../domain/server-assessment.ts';
import { peopleOf, type ServerPerson } from '../domain/server-people.ts';
import { serverUserKind } from '../domain/server-table.ts';
import type { ServerDirectory, ServerUser } from '../domain/server.ts';
import type { Context, ListQuery, Page, Tx } from './ports.ts';
import { authorisedServer } from './server-access.ts';

/** Somebody on a server as its user management shows them. */
export type ServerPersonRow = ServerPerson & {
  readonly kind: 'licensed' | 'customer';
  readonly agent: boolean;
  readonly projectAdmin: boolean;
  /** A deleted one is neither of the others. */
  readonly state: 'active' | 'inactive' | 'deleted';
  /** Those where the person stands, in the order in which the server asks them. */
  readonly directories: readonly ServerDirectory[];
  /** Of the address, as an assessment would find it now. */
  readonly problem: AddressProblem | null;
};

export type ServerPeopleQuery = ListQuery & {
  readonly serverId: string;
  readonly kind?: ServerPersonRow['kind'] | undefined;
  /** `none`: whoever never raised a request. */
  readonly channel?: 'portal' | 'email' | 'none' | undefined;
  readonly directory?: string | undefined;
  readonly state?: ServerPersonRow['state'] | undefined;
  readonly problem?: AddressProblem | undefined;
  readonly sort: 'name' | 'userName' | 'email';
  readonly direction: 'ascending' | 'descending';
};

/** A page of people; equal ones stand by user name. */
export function listServerPeople(
  tx: Tx,
  query: ServerPeopleQuery,
  context: Context,
): Result<Page<ServerPersonRow>, DomainError> {
  const server = authorisedServer(tx, context, query.serverId);
  if (!server.ok) return server;
  const serverId = server.value.id;
  const rows = rowsOf(tx.serverUsers.where({ serverId }), tx.serverDirectories.where({ serverId }));
  const matching = inOrder(
    rows.filter((row) => isAsked(row, query)),
    query,
  );
  const items = matching.slice(query.offset, query.offset + query.limit);
  return ok({ items, total: matching.length });
}

function rowsOf(
  users: readonly ServerUser[],
  directories: readonly ServerDirectory[],
): ServerPersonRow[] {
  const people = peopleOf(users, directories);
  const problems = new Map(assess(people).people.map(({ id, problem }) => [id, problem]));
  const userById = new Map(users.map((user) => [user.id, user]));
  const inPlace = directories.toSorted((a, b) => a.position - b.position);
  return people.flatMap((person) => {
    const user = userById.get(person.id);
    if (!user) return [];
    const standsIn = new Set(person.userIds.map((id) => userById.get(id)?.directoryId));
    const { agent, projectAdmin } = user;
    return {
      ...person,
      kind: serverUserKind(user),
      agent,
      projectAdmin,
      state: stateOf(person),
      directories: inPlace.filter(({ id }) => standsIn.has(id)),
      problem: problems.get(person.id) ?? null,
    };
  });
}

function stateOf({ former, active }: ServerPerson): ServerPersonRow['state'] {
  if (former === 'deleted') return 'deleted';
  return active ? 'active' : 'inactive';
}

function isAsked(row: ServerPersonRow, query: ServerPeopleQuery): boolean {
  const { kind, channel, directory, state, problem } = query;
  return (
    (kind === undefined || row.kind === kind) &&
    (channel === undefined || (row.channel ?? 'none') === channel) &&
    (directory === undefined || row.directories.some(({ id }) => id === directory)) &&
    (state === undefined || row.state === state) &&
    (problem === undefined || row.problem === problem) &&
    isFound(row, query.search)
  );
}

/** By user name too: it is what a server tells its users by. */
function isFound({ name, email, userName }: ServerPersonRow, search: string): boolean {
  const wanted = searchKey(search);
  return [name, email, userName].some((text) => searchKey(text).includes(wanted));
}

/** People come in the order of their user names, and sorting keeps that among equals. */
function inOrder(
  rows: readonly ServerPersonRow[],
  { sort, direction }: ServerPeopleQuery,
): ServerPersonRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: searchKey(row[sort]) }));
  return keyed
    .toSorted((a, b) => (a.key === b.key ? 0 : sign * (a.key < b.key ? -1 : 1)))
    .map(({ row }) => row);
}
