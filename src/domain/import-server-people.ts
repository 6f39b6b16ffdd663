/*
 * The users of a server as the rows of an import leave them, one after the other. Of one thing that
 * several files say, the first one counts; what no file says stays, or is what is usual.
 */
import { emailKey } from './email-key.ts';
import type { DirectoryPlace } from './import-server-directories.ts';
import { userNameKey } from './server-people.ts';
import type { ServerUser } from './server.ts';

/** Where a row stands. */
type RowPlace = { readonly file: string; readonly line: number };

/** What a user has beside its place. */
type Values = Omit<ServerUser, 'id' | 'serverId' | 'directoryId' | 'emailKey'>;

/** What files can say of a user. */
export type Said = 'userKey' | 'email' | 'name' | 'type' | 'active';

/** A user in one directory. */
export type Entry = {
  /** The record as it is, or null for a new one. */
  readonly existing: ServerUser | null;
  directory: DirectoryPlace;
  values: Values;
  /** Which row said what. */
  readonly said: Map<Said, RowPlace>;
  /** Whether a row of this import put the user here. */
  isNamed: boolean;
};

/** Everybody under one user name, in whichever directories. */
export type Person = { nameKey: string; readonly isNew: boolean; readonly entries: Entry[] };

export class ServerPeople {
  private readonly byName = new Map<string, Person>();
  private readonly byKey = new Map<string, Person>();

  /** Deleted users are nobody's any more: no row brings one back. */
  constructor(users: readonly ServerUser[], placeOf: (user: ServerUser) => DirectoryPlace | null) {
    for (const user of users) {
      const directory = user.deleted ? null : placeOf(user);
      if (!directory) continue;
      const person = this.named(userNameKey(user.userName)) ?? this.add(user.userName, false);
      person.entries.push({
        existing: user,
        directory,
        values: valuesOf(user),
        said: new Map(),
        isNamed: false,
      });
      if (!this.byKey.has(user.userKey)) this.byKey.set(user.userKey, person);
    }
  }

  all(): Iterable<Person> {
    return this.byName.values();
  }

  named(nameKey: string): Person | undefined {
    return this.byName.get(nameKey);
  }

  keyed(userKey: string): Person | undefined {
    return this.byKey.get(userKey);
  }

  /** Somebody whom the server does not know; still without a directory. */
  add(userName: string, isNew = true): Person {
    const person: Person = { nameKey: userNameKey(userName), isNew, entries: [] };
    this.byName.set(person.nameKey, person);
    return person;
  }

  /** Puts somebody into a further directory: there they begin as what they are elsewhere. */
  enter(person: Person, userName: string, directory: DirectoryPlace): Entry {
    const like = person.entries[0];
    const entry: Entry = {
      existing: null,
      directory,
      values: {
        userKey: this.assumedKey(person),
        userName,
        type: 'licensed',
        agent: false,
        projectAdmin: false,
        channel: null,
        ...like?.values,
        email: '',
        name: userName,
        active: true,
        deleted: false,
      },
      said: new Map(),
      isNamed: false,
    };
    for (const what of ['userKey', 'type'] as const) {
      const place = like?.said.get(what);
      if (place) entry.said.set(what, place);
    }
    person.entries.push(entry);
    this.byKey.set(entry.values.userKey, person);
    return entry;
  }

  /** Whether the user key may be one that stands in for an unknown one. */
  mayBeAssumed(person: Person): boolean {
    return person.entries.every(
      ({ said, values }) => !said.has('userKey') && values.userKey === person.nameKey,
    );
  }

  /** The user name, as users of early releases have it; another person may have that already. */
  private assumedKey(person: Person): string {
    let key = person.nameKey;
    for (let count = 2; (this.byKey.get(key) ?? person) !== person; count += 1) {
      key = `${person.nameKey} ${count}`;
    }
    return key;
  }

  /** Gives somebody another user key in every directory; who only seemed to have it gets another. */
  giveKey(person: Person, userKey: string): void {
    const other = this.byKey.get(userKey);
    this.setKey(person, userKey);
    if (other && other !== person) this.setKey(other, this.assumedKey(other));
  }

  private setKey(person: Person, userKey: string): void {
    for (const entry of person.entries) {
      const before = entry.values.userKey;
      if (this.byKey.get(before) === person) this.byKey.delete(before);
      entry.values = { ...entry.values, userKey };
    }
    this.byKey.set(userKey, person);
  }

  /** Gives somebody another user name in every directory. */
  rename(person: Person, userName: string): void {
    for (const entry of person.entries) entry.values = { ...entry.values, userName };
    this.byName.delete(person.nameKey);
    person.nameKey = userNameKey(userName);
    this.byName.set(person.nameKey, person);
  }
}

function valuesOf(user: ServerUser): Values {
  const { userKey, userName, email, name, type, agent, projectAdmin, channel } = user;
  const { active, deleted } = user;
  return { userKey, userName, email, name, type, agent, projectAdmin, channel, active, deleted };
}

/** What a changed user of a server is, and was. */
export type ServerUserChange = {
  readonly kind: 'server-user';
  readonly existing: ServerUser | null;
  readonly directory: DirectoryPlace;
  readonly user: Omit<ServerUser, 'id' | 'serverId' | 'directoryId'>;
};

/** The change that brings an entry to the server; null where it is as it was. */
export function changeOf({ existing, directory, values }: Entry): ServerUserChange | null {
  if (existing && existing.directoryId === directory.id) {
    const fields = Object.keys(values) as (keyof Values)[];
    if (fields.every((field) => values[field] === existing[field])) return null;
  }
  const user = { ...values, emailKey: emailKey(values.email) };
  return { kind: 'server-user', existing, directory, user };
}
