/*
 * Which directory of a server a file means. One export calls a directory by its name (F10), another
 * by its number (F11), and the assessment's file by neither (F7). So a number is taken for the name
 * under which most of its users stand elsewhere, in the other files or on the server.
 */
import type { ServerDirectoryId } from './ids.ts';
import type { ImportNote } from './import.ts';
import type { ServerClaim } from './import-server-claim.ts';
import {
  directoryKey,
  INTERNAL,
  mostTelling,
  NOT_NAMED,
  namesInFiles,
  namesOnServer,
  numberedName,
  numberIn,
  numbersInFiles,
  numbersOnServer,
  tellingOf,
  type NumbersByUser,
  type Telling,
} from './import-server-directory-names.ts';
import type { ServerDirectory, ServerUser } from './server.ts';

/** A directory that is there, or the one that loading will make. */
export type DirectoryPlace = {
  /** Null for a new one. */
  readonly id: ServerDirectoryId | null;
  readonly name: string;
  /** In the form in which names are compared. */
  readonly key: string;
  /** Unique on the server; new ones follow in the order in which the files name them. */
  readonly position: number;
  readonly active: boolean;
  /** A name replaces one that says less. */
  readonly telling: Telling;
};

/** More directories than a server has; a column that is none would keep us for long. */
const MOST_RECOGNISED = 50;

export class DirectoryBook {
  readonly notes: ImportNote[] = [];
  private readonly places = new Map<string, DirectoryPlace>();
  private readonly byId = new Map<ServerDirectoryId, DirectoryPlace>();
  private readonly nameOfNumber = new Map<string, string>();
  private nextPosition: number;

  constructor(
    claims: readonly ServerClaim[],
    directories: readonly ServerDirectory[],
    users: readonly ServerUser[],
  ) {
    this.nextPosition = Math.max(0, ...directories.map(({ position }) => position)) + 1;
    for (const { id, name, position, active } of directories) {
      const key = directoryKey(name);
      const place = { id, name, key, position, active, telling: tellingOf(name) };
      this.byId.set(id, place);
      if (!this.places.has(key)) this.places.set(key, place);
    }
    const internal = this.places.get(directoryKey(INTERNAL.name));
    if (internal) this.nameOfNumber.set(INTERNAL.number, internal.name);
    const inFiles = namesInFiles(claims);
    const onServer = namesOnServer(directories, users);
    const numbers = numbersInFiles(claims);
    const told = (user: string, number: string) => {
      const held = onServer.get(user);
      const given = inFiles.get(user);
      // A number that the server holds as one is none of the directories in which its users stand besides.
      if (!this.places.has(directoryKey(numberedName(number)))) return given ?? held;
      return new Map([...(given ?? [])].filter(([key]) => !held?.has(key)));
    };
    this.recognise(numbers, told);
    if (this.takeInternal(numbers)) this.recognise(numbers, told);
    // What could only be numbered when it was loaded may have its name now.
    const asked = new Set([...numbers.values()].flatMap((given) => [...given]));
    this.recognise(numbersOnServer(directories, users), (user, number) =>
      asked.has(number) ? undefined : told(user, number),
    );
  }

  /** The directory that a cell of a file means. */
  named(cell: string): DirectoryPlace {
    const number = numberIn(cell);
    return this.place(number === null ? cell : this.nameFor(number));
  }

  /** The directory of a user whom the server holds; null when it has no such directory. */
  holding(id: ServerDirectoryId): DirectoryPlace | null {
    return this.byId.get(id) ?? null;
  }

  /** The directory that one with a number turned out to be; null while it is not known. */
  betterNamed({ name }: DirectoryPlace): DirectoryPlace | null {
    const number = numberIn(name);
    const recognised = number === null ? undefined : this.nameOfNumber.get(number);
    return recognised === undefined ? null : this.place(recognised);
  }

  /** Where a user goes whom no file puts anywhere: the server's first active directory. */
  unnamed(): DirectoryPlace {
    const [first] = [...this.places.values()].toSorted(
      (a, b) => Number(b.active) - Number(a.active) || a.position - b.position,
    );
    if (!first) return this.place(NOT_NAMED);
    return this.betterNamed(first) ?? first;
  }

  private place(name: string): DirectoryPlace {
    const key = directoryKey(name);
    const known = this.places.get(key);
    if (known) return known;
    const position = this.nextPosition;
    this.nextPosition += 1;
    const place = { id: null, name, key, position, active: true, telling: tellingOf(name) };
    this.places.set(key, place);
    return place;
  }

  private nameFor(number: string): string {
    return this.nameOfNumber.get(number) ?? numberedName(number);
  }

  /** The server's own directory goes by its usual name, where nothing tells another. */
  private takeInternal(numbers: NumbersByUser): boolean {
    const isGiven = [...numbers.values()].some((given) => given.has(INTERNAL.number));
    const taken = [...this.nameOfNumber.values()].map(directoryKey);
    if (!isGiven || this.nameOfNumber.has(INTERNAL.number)) return false;
    if (taken.includes(directoryKey(INTERNAL.name))) return false;
    this.nameOfNumber.set(INTERNAL.number, INTERNAL.name);
    return true;
  }

  /** Once a number has its name, users who stand in two directories tell about the other one. */
  private recognise(numbers: NumbersByUser, told: Parameters<typeof mostTelling>[1]): void {
    const given = [...numbers.values()].flatMap((each) => [...each]);
    const openNumbers = new Set(given.filter((number) => !this.nameOfNumber.has(number)));
    const takenNames = new Set([...this.nameOfNumber.values()].map(directoryKey));
    for (let round = 0; round < MOST_RECOGNISED; round += 1) {
      const best = mostTelling(numbers, told, openNumbers, takenNames);
      if (!best) return;
      openNumbers.delete(best.number);
      takenNames.add(directoryKey(best.name));
      this.nameOfNumber.set(best.number, best.name);
      this.notes.push({
        code: 'directory-recognised',
        facts: { number: best.number },
        names: [best.name],
      });
    }
  }
}
