/*
 * Numbers in words: grouped digits, plural forms, lists. English is the console's one language, so
 * a few lines do; the browser's own formatters took a twelfth of the time until the first row.
 */

/** The forms of a noun; English has these two. */
export type Noun = { readonly one: string; readonly other: string };

/** "12,480" for a whole number. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 request", "12,480 requests" */
export function countOf(value: number, noun: Noun): string {
  return `${count(value)} ${value === 1 ? noun.one : noun.other}`;
}

/** "0%" to "100%"; never 100% before all is done. */
export function share(part: number): string {
  return `${part < 1 ? Math.floor(part * 100) : 100}%`;
}

/** "Lisbon, Porto, and Faro" */
export function listOf(words: readonly string[]): string {
  if (words.length <= 2) return words.join(' and ');
  return `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`;
}
