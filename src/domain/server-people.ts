/*
 * The people of a server. Directories are asked in their order and user names are told apart first,
 * so the same user name in two directories is one person (domain.md 7.5, DUPCHECK).
 */
import type { ServerUserId } from './ids.ts';
import { classifyServerUser, type ServerRow } from './server-table.ts';
import type { ServerDirectory, ServerUser } from './server.ts';

/** Why nothing but content under Former customer is left of somebody. */
export type FormerReason = 'deleted' | 'inactive-directory';

/** Somebody on a server, told by the row of the first directory that counts. */
export type ServerPerson = Pick<
  ServerUser,
  'id' | 'userKey' | 'userName' | 'email' | 'emailKey' | 'name' | 'channel' | 'active'
> & {
  /** Every row under the user name: requests may name any of them. */
  readonly userIds: readonly ServerUserId[];
  readonly row: ServerRow;
  /** Null unless `row` is `former`. */
  readonly former: FormerReason | null;
};

/** The form in which user names are compared: a server knows no case in them. */
export function userNameKey(userName: string): string {
  return userName.normalize('NFC').toLowerCase();
}

/**
 * Everybody on a server, in the order of their user names. Whoever still stands in an active
 * directory is not former, and the first such row is the one that counts. A row whose directory is
 * not among `directories` counts as one of an inactive directory.
 */
export function peopleOf(
  users: readonly ServerUser[],
  directories: readonly ServerDirectory[],
): ServerPerson[] {
  const byId = new Map(directories.map((directory) => [directory.id, directory]));
  const named = new Map<string, ServerUser[]>();
  for (const user of users) {
    const key = userNameKey(user.userName);
    const rows = named.get(key);
    if (rows) rows.push(user);
    else named.set(key, [user]);
  }
  const place = ({ directoryId }: ServerUser) => byId.get(directoryId)?.position ?? Infinity;
  return [...named.keys()].toSorted().flatMap((key) => {
    const rows = named.get(key)?.toSorted((a, b) => order(place(a), place(b)) || order(a.id, b.id));
    return rows ? [personOf(rows, byId)] : [];
  });
}

function personOf(
  rows: readonly ServerUser[],
  directories: ReadonlyMap<string, ServerDirectory>,
): ServerPerson {
  const rowOf = (user: ServerUser): ServerRow =>
    classifyServerUser(user, directories.get(user.directoryId) ?? { active: false });
  const present = rows.filter((user) => !user.deleted);
  const counted = rows.find((user) => rowOf(user) !== 'former') ?? present[0] ?? rows[0];
  if (counted === undefined) throw new RangeError('A person has at least one row');
  const row = rowOf(counted);
  const { id, userKey, userName, email, emailKey, name, channel, active } = counted;
  return {
    id,
    userKey,
    userName,
    email,
    emailKey,
    name,
    channel,
    active,
    userIds: rows.map((user) => user.id),
    row,
    former: row === 'former' ? formerReason(present) : null,
  };
}

function formerReason(present: readonly ServerUser[]): FormerReason {
  return present.length === 0 ? 'deleted' : 'inactive-directory';
}

function order<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
