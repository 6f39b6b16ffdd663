/* What is wrong with a row, and what was noticed about it, in words: a code without words does not compile. */
import type { ImportRow, ImportSession } from '#src/contract/wire.ts';
import { count, listOf } from '#src/ui/count.ts';
import { codePointName, quoted } from './quoted.ts';

type Finding = ImportRow['findings'][number];

/** Shows a fact: text quoted, so that nothing in it reads as our own words; a missing one is empty. */
type Shown = (name: string) => string;

/** `line` is where the row begins. */
type Words = (fact: Shown, facts: Finding['facts'], line: number, place: Place) => string;

/** What the files are loaded into. */
type Place = ImportSession['place'];

const EMAIL_FAULTS: Readonly<Record<string, string>> = {
  space: 'has a space in it',
  'control-character': 'has an invisible character in it',
  'unreadable-character': 'has a character in it that was lost when the file was saved',
  'several-at': 'has more than one @',
  'no-local-part': 'has nothing before the @',
  'no-domain': 'has nothing after the @',
  'empty-domain-label': 'has a dot too many after the @',
  'long-domain-label': 'has a part of more than 63 characters after the @',
  'character-in-domain': 'has a character after the @ that no host name can have',
  'character-in-local-part': 'has a character before the @ that is not allowed there',
};

const FINDING_TEXTS = {
  'email-missing': () =>
    'There is no e-mail address. Only the address tells one person from another; add it.',
  'email-without-at': (fact) => `${fact('value')} is no e-mail address: it has no @. Correct it.`,
  'email-too-long': (fact, { part }) =>
    part === 'local-part'
      ? `The part before the @ has ${fact('length')} characters; ${fact('limit')} is the most. Correct it.`
      : `The address has ${fact('length')} characters; ${fact('limit')} is the most. Correct it.`,
  'email-invalid': (fact, { reason }) =>
    `${fact('value')} ${EMAIL_FAULTS[String(reason)] ?? 'is no e-mail address'}. Correct it.`,
  'too-few-cells': (fact) =>
    `The row has ${fact('found')} cells, the headings are ${fact('expected')}. A separator is missing: add it where a cell is empty.`,
  'too-many-cells': (fact) =>
    `The row has ${fact('found')} cells, the headings are ${fact('expected')}. Remove what is too much, or put quotes around the cell that contains a separator.`,
  'quote-never-closed': (fact, { lastLine }, line) => {
    const swallowed =
      lastLine === line ? 'the rest of it' : `everything up to line ${fact('lastLine')}`;
    return `A quotation mark opens in this line and nothing closes it, so that ${swallowed} cannot be split into cells. Remove it, or close it.`;
  },
  'quote-misplaced': () =>
    'A quotation mark stands inside a quoted cell. Double it, or remove it; the row cannot be split into cells.',
  'repeated-in-file': (fact) =>
    `${fact('value')} and line ${fact('line')} have the same address, however it is spelt. Remove one of the two rows.`,
  'repeated-in-other-file': (fact) =>
    `${fact('value')} and line ${fact('line')} of ${fact('file')} have the same address, however it is spelt. Remove one of the two rows.`,
  'already-migrated': (fact) =>
    `The portal-only account ${fact('email')} was migrated on this site and stays inactive for good. Leave the row out.`,
  'being-migrated': (fact) =>
    `The portal-only account ${fact('email')} is being migrated right now. Load the row when that has ended.`,
  'account-id-taken': (fact) =>
    `The account id ${fact('id')} is that of ${fact('other')}. Correct the id or the address, or leave the id empty.`,
  'unknown-status': (fact) =>
    `${fact('value')} is no status that Drydock knows. Somebody new becomes active; an account that is there keeps its status.`,
  'unknown-role': (fact) =>
    `${fact('value')} is no role that Drydock knows. Somebody new gets no role; an account that is there keeps its own.`,
  'unreadable-date': (fact) =>
    `${fact('value')} is no date that can be read without guessing. It is left out; write it like 19 Nov 2021.`,
  'surrounding-space': (fact) => `There are spaces around ${fact('value')}. They are left out.`,
  'unreadable-character': (fact) =>
    `${fact('value')} has lost a character, most likely when the file was saved in another encoding. It is loaded as it is.`,
  'near-match': (fact, facts, _, place) =>
    `${fact('value')} nearly matches ${fact('other')}${placeOf(fact, place)}.${differenceOf(facts)} They are loaded as two people; check that they are two.`,
  'name-missing': (fact) => `There is no name. ${fact('email')} stands in for it.`,
  'other-account-id': (fact) =>
    `The address has the account id ${fact('kept')} already, which stays. ${fact('id')} is not used.`,
  'user-name-missing': () =>
    'There is no user name. Only the user name tells one user of a server from another; add it.',
  'user-key-taken': (fact) =>
    `The user key ${fact('key')} is that of ${fact('other')}. Correct the key or the user name, or leave the key empty.`,
  'user-repeated-in-file': (fact) =>
    `${fact('value')} stands in line ${fact('line')} too, in the same directory, however it is spelt. Remove one of the two rows.`,
  'unknown-account-type': (fact) =>
    `${fact('value')} is no account type that Drydock knows. Write USER or CUSTOMER; the row is loaded as if there were none.`,
  'file-disagrees': (fact) =>
    `Line ${fact('line')} of ${fact('file')} says ${fact('kept')}, and that is loaded. ${fact('value')} is left out.`,
} as const satisfies Record<Finding['code'], Words>;

/** Where the address stands that one nearly matches: in a file, or on the site or server. */
function placeOf(fact: Shown, place: Place): string {
  const file = fact('file');
  return file === '' ? ` on this ${place}` : ` in line ${fact('line')} of ${file}`;
}

/** The letters of other scripts by which two addresses differ that may look the same. */
function differenceOf({ value = '', other = '' }: Finding['facts']): string {
  const [one, two] = [Array.from(String(value)), Array.from(String(other))];
  const letters = [
    ...one.filter((letter) => !two.includes(letter)),
    ...two.filter((letter) => !one.includes(letter)),
  ].filter((letter) => letter > '\u007f');
  if (letters.length === 0) return '';
  const named = [...new Set(letters)].map((letter) => `${letter} (${codePointName(letter)})`);
  return ` They differ in ${listOf(named)}.`;
}

/** The sentence for a finding of the row that begins in `line`. */
export function findingText({ code, facts }: Finding, line: number, place: Place): string {
  const words: Words = FINDING_TEXTS[code];
  const shown: Shown = (name) => {
    const value = facts[name];
    if (value === undefined) return '';
    return typeof value === 'number' ? count(value) : quoted(value);
  };
  return words(shown, facts, line, place);
}
