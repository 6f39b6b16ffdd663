/* Numbers in words: grouped digits, plural forms, lists. */

const integers = new Intl.NumberFormat('en');
const percents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const plurals = new Intl.PluralRules('en');
const lists = new Intl.ListFormat('en', { type: 'conjunction' });

/** The forms of a noun; English has these two. */
export type Noun = { readonly one: string; readonly other: string };

/** "12,480" */
export function count(value: number): string {
  return integers.format(value);
}

/** "1 request", "12,480 requests" */
export function countOf(value: number, noun: Noun): string {
  return `${count(value)} ${plurals.select(value) === 'one' ? noun.one : noun.other}`;
}

/** "0%" to "100%"; never 100% before all is done. */
export function share(part: number): string {
  return percents.format(part < 1 ? Math.floor(part * 100) / 100 : 1);
}

/** "Lisbon, Porto, and Faro" */
export function listOf(words: readonly string[]): string {
  return lists.format(words);
}
