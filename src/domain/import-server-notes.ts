/* What loading a server's exports takes for granted, and what it passes over: said before it is written. */
import { isFixHeading } from './import-server-format.ts';
import type { DirectoryPlace } from './import-server-directories.ts';
import type { Person, ServerUserChange } from './import-server-people.ts';
import type { ImportFile, ImportNote } from './import.ts';

/** Longer lists are cut; their count stays. */
const MOST_NAMES = 10;

export class ServerNotes {
  private readonly files: readonly ImportFile[];
  private readonly notes: ImportNote[] = [];
  private untyped = 0;
  private unkeyed = 0;
  private withoutChannel = 0;

  constructor(files: readonly ImportFile[]) {
    this.files = files;
  }

  directories(
    recognised: readonly ImportNote[],
    assumed: DirectoryPlace | null,
    users: number,
  ): void {
    this.notes.push(...recognised);
    if (!assumed) return;
    this.notes.push({ code: 'directory-assumed', facts: { users }, names: [assumed.name] });
  }

  /** Notices what no file said about somebody. */
  person({ isNew, entries }: Person, isChannelAssumed: boolean): void {
    if (isChannelAssumed) this.withoutChannel += 1;
    const [entry] = entries;
    if (!isNew || !entry) return;
    if (!entry.said.has('type')) this.untyped += 1;
    if (!entry.said.has('userKey')) this.unkeyed += 1;
  }

  changes(changes: readonly ServerUserChange[]): void {
    const made = new Map(
      changes.flatMap(({ directory }) =>
        directory.id === null ? [[directory.position, directory.name] as const] : [],
      ),
    );
    if (made.size === 0) return;
    const names = [...made].toSorted(([a], [b]) => a - b).map(([, name]) => name);
    this.notes.push(listing('directories-new', names, {}));
  }

  all(): readonly ImportNote[] {
    return [
      ...this.notes,
      ...counting('type-assumed', this.untyped),
      ...counting('channel-assumed', this.withoutChannel),
      ...counting('user-key-assumed', this.unkeyed),
      ...this.files.flatMap(ignoredIn),
    ];
  }
}

function counting(code: ImportNote['code'], users: number): ImportNote[] {
  return users === 0 ? [] : [{ code, facts: { users }, names: [] }];
}

function listing(
  code: ImportNote['code'],
  names: readonly string[],
  facts: ImportNote['facts'],
): ImportNote {
  return { code, facts: { ...facts, count: names.length }, names: names.slice(0, MOST_NAMES) };
}

/** Columns of a known export that are not kept; who assigns columns ignores on purpose. */
function ignoredIn({ name, format, headings, mapping, fault }: ImportFile): ImportNote[] {
  if (format === null || format === 'mapped' || fault !== null) return [];
  const ignored = headings.filter(
    (heading, index) => mapping[index] === 'ignore' && heading.trim() !== '',
  );
  const fixes = ignored.filter(isFixHeading);
  const others = ignored.filter((heading) => !isFixHeading(heading));
  return [
    ...(fixes.length > 0 ? [listing('fixes-ignored', fixes, { file: name })] : []),
    ...(others.length > 0 ? [listing('columns-ignored', others, { file: name })] : []),
  ];
}
