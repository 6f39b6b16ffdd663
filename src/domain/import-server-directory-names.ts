/*
 * What the users of a server's directories tell about the directories: a number is the name under
 * which most of its users stand elsewhere.
 */
import type { ServerClaim } from './import-server-claim.ts';
import { userNameKey } from './server-people.ts';
import type { ServerDirectory, ServerUser } from './server.ts';

/** The number of every server's own directory, and its name. */
export const INTERNAL = { number: '1', name: 'Jira Internal Directory' };
/** Where somebody stands of whom no file names a directory. */
export const NOT_NAMED = 'Directory not named';

/** How much a name says: 0 nothing, 1 a number, 2 what the directory is called. */
export type Telling = 0 | 1 | 2;

/** Names of directories by user and key, where files or the server tell them. */
export type NamesByUser = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What files say of the directories of their users. */
export function namesInFiles(claims: readonly ServerClaim[]): NamesByUser {
  const names = new Map<string, Map<string, string>>();
  for (const { nameKey, directories } of claims) {
    for (const name of directories) addName(names, nameKey, name);
  }
  return names;
}

/** In which directories users stand on the server. */
export function namesOnServer(
  directories: readonly ServerDirectory[],
  users: readonly ServerUser[],
): NamesByUser {
  const names = new Map<string, Map<string, string>>();
  const byId = new Map(directories.map(({ id, name }) => [id, name]));
  for (const { userName, directoryId, deleted } of users) {
    const name = byId.get(directoryId);
    if (name !== undefined && !deleted) addName(names, userNameKey(userName), name);
  }
  return names;
}

function addName(names: Map<string, Map<string, string>>, user: string, name: string): void {
  if (tellingOf(name) < 2) return;
  const known = names.get(user);
  const key = directoryKey(name);
  if (!known) names.set(user, new Map([[key, name]]));
  else if (!known.has(key)) known.set(key, name);
}

/** Numbers of directories by user. */
export type NumbersByUser = ReadonlyMap<string, ReadonlySet<string>>;

/** The numbers by which files call the directories of their users. */
export function numbersInFiles(claims: readonly ServerClaim[]): NumbersByUser {
  const numbers = new Map<string, Set<string>>();
  for (const { nameKey, directories } of claims) {
    for (const name of directories) {
      const number = numberIn(name);
      if (number !== null) add(numbers, nameKey, number);
    }
  }
  return numbers;
}

/** The numbers that stand in for names on the server. */
export function numbersOnServer(
  directories: readonly ServerDirectory[],
  users: readonly ServerUser[],
): NumbersByUser {
  const numbers = new Map<string, Set<string>>();
  const byId = new Map(directories.map(({ id, name }) => [id, numberIn(name)]));
  for (const { userName, directoryId, deleted } of users) {
    const number = byId.get(directoryId) ?? null;
    if (number !== null && !deleted) add(numbers, userNameKey(userName), number);
  }
  return numbers;
}

function add(numbers: Map<string, Set<string>>, user: string, number: string): void {
  const known = numbers.get(user);
  if (known) known.add(number);
  else numbers.set(user, new Set([number]));
}

/**
 * The number whose name is told by more than half of those who stand in it alone, and by the most;
 * who stands in several directories tells nothing until one of them is left.
 */
export function mostTelling(
  numbers: NumbersByUser,
  told: (user: string, number: string) => ReadonlyMap<string, string> | undefined,
  openNumbers: ReadonlySet<string>,
  takenNames: ReadonlySet<string>,
): { readonly number: string; readonly name: string } | null {
  const votes = new Map<string, Map<string, number>>();
  const sizes = new Map<string, number>();
  for (const [user, given] of numbers) {
    const open = [...given].filter((number) => openNumbers.has(number));
    const [number] = open;
    if (number === undefined || open.length > 1) continue;
    sizes.set(number, (sizes.get(number) ?? 0) + 1);
    const names = [...(told(user, number) ?? [])].filter(([key]) => !takenNames.has(key));
    const [name] = names;
    if (names.length !== 1 || !name) continue;
    const counts = votes.get(number) ?? new Map<string, number>();
    counts.set(name[1], (counts.get(name[1]) ?? 0) + 1);
    votes.set(number, counts);
  }
  let best: { number: string; name: string; count: number } | null = null;
  for (const [number, counts] of votes) {
    for (const [name, count] of counts) {
      const isMost = count * 2 > (sizes.get(number) ?? 0);
      if (isMost && count > (best?.count ?? 0)) best = { number, name, count };
    }
  }
  return best;
}

/** The form in which names of directories are compared. */
export function directoryKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** The number by which a cell calls a directory, or that stands in for its name; null for a name. */
export function numberIn(name: string): string | null {
  return /^(?:directory )?(\d+)$/i.exec(name)?.[1] ?? null;
}

export function tellingOf(name: string): Telling {
  if (directoryKey(name) === directoryKey(NOT_NAMED)) return 0;
  return numberIn(name) === null ? 2 : 1;
}

/** The name of a directory of which only the number is known. */
export function numberedName(number: string): string {
  return `Directory ${number}`;
}
