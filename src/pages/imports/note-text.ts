/* What is true of a whole import, in words: a code without words does not compile. */
import type { ImportSession } from '#src/contract/wire.ts';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { quoted } from './quoted.ts';

type Note = ImportSession['notes'][number];

const NEW_USERS = { one: 'new user', other: 'new users' };
const CUSTOMERS_COUNT = { one: 'customer counts', other: 'customers count' };

const NOTE_TEXTS: Readonly<Record<Note['code'], (note: Note) => string>> = {
  'directory-recognised': ({ facts, names }) =>
    `Directory number ${facts['number'] ?? ''} is taken for ${named(names)}: most of its users stand there.`,
  'directories-new': ({ facts, names }) =>
    numberOf(facts['count']) === 1
      ? `A new directory, active, is asked after those that are there: ${named(names)}.`
      : `${count(numberOf(facts['count']))} new directories, active, are asked after those that are there, in this order: ${some(names, facts)}.`,
  'directory-assumed': ({ facts, names }) =>
    `No file names a directory of ${countOf(numberOf(facts['users']), NEW_USERS)}: they go into ${named(names)}.`,
  'type-assumed': ({ facts }) =>
    `No file gives an account type of ${countOf(numberOf(facts['users']), NEW_USERS)}: they count as licensed.`,
  'channel-assumed': ({ facts }) =>
    `${countOf(numberOf(facts['users']), CUSTOMERS_COUNT)} as having raised a request through the portal: no export says it, and customers who never raised one come along only where a selected project names them.`,
  'user-key-assumed': ({ facts }) =>
    `No file gives a user key of ${countOf(numberOf(facts['users']), NEW_USERS)}: the user name stands for it until one does.`,
  'fixes-ignored': ({ facts, names }) =>
    `${listOf(names)} of ${quoted(String(facts['file'] ?? ''))} are fixes and no facts. Loading leaves them out; the assessment of the server takes that file.`,
  'columns-ignored': ({ facts, names }) =>
    `Not kept of ${quoted(String(facts['file'] ?? ''))}: ${some(names, facts)}.`,
};

/** The sentence for a note. */
export function noteText(note: Note): string {
  return NOTE_TEXTS[note.code](note);
}

function numberOf(fact: string | number | undefined): number {
  return typeof fact === 'number' ? fact : 0;
}

function named(names: readonly string[]): string {
  return listOf(names.map(quoted));
}

/** A list that may have been cut short. */
function some(names: readonly string[], { count: all }: Note['facts']): string {
  const more = numberOf(all) - names.length;
  return more > 0 ? `${names.map(quoted).join(', ')} and ${count(more)} more` : named(names);
}
