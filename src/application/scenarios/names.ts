/* Made-up people's names, with the Latin form that a mailbox uses. */
import { LATIN_NAMES } from './names-latin.ts';
import { OTHER_NAMES } from './names-other-scripts.ts';
import type { Random } from './random.ts';

/** Given and family names of one culture, as constants write them. */
export type NameLists = {
  readonly given: string;
  readonly family: string;
  readonly familyFirst?: boolean;
  readonly joiner?: string;
};

export type Culture = keyof typeof LATIN_NAMES | keyof typeof OTHER_NAMES;

/** A name as its owner writes it, and in the letters of a mailbox. */
export type PersonName = {
  readonly full: string;
  readonly given: string;
  /** In Latin letters, for people who sign up that way. */
  readonly latin: string;
  readonly mailbox: { readonly given: string; readonly family: string };
};

type Word = { readonly native: string; readonly mailbox: string };

const LISTS: Readonly<Record<Culture, NameLists>> = { ...LATIN_NAMES, ...OTHER_NAMES };

/** Letters that carry no separable mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Names of the given cultures; lists are read once per book. */
export function nameBook(): (random: Random, culture: Culture) => PersonName {
  const read = new Map<string, readonly Word[]>();
  const words = (list: string): readonly Word[] => {
    const known = read.get(list);
    if (known) return known;
    const parsed = list.split(', ').map(readWord);
    read.set(list, parsed);
    return parsed;
  };
  return (random, culture) => {
    const { given, family, familyFirst = false, joiner = ' ' } = LISTS[culture];
    const first = random.pick(words(given));
    const last = random.pick(words(family));
    return {
      full: (familyFirst ? [last, first] : [first, last]).map(({ native }) => native).join(joiner),
      given: first.native,
      latin: `${capitalised(first.mailbox)} ${capitalised(last.mailbox)}`,
      mailbox: { given: first.mailbox, family: last.mailbox },
    };
  };
}

function readWord(entry: string): Word {
  const [native = '', mailbox] = entry.split(':');
  return { native, mailbox: mailbox ?? withoutMarks(native) };
}

function withoutMarks(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[ßæøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^a-z-]/g, '');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
