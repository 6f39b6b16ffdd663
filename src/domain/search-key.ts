/*
 * One form of a text for searching and sorting, the same in the store and in memory and on every
 * machine: no locale decides anything. It never identifies anybody: that is the e-mail key's task.
 */

/** ASCII only. */
// oxlint-disable-next-line no-control-regex -- control characters are plain, too
const PLAIN = /^[\u0000-\u007f]*$/;

/**
 * Folds case for all of Unicode, and the ways to write one character. Upper case first makes
 * `ß` equal `SS`; the two small sigmas become one, so that a part of a Greek word is found
 * wherever it stands; the dot that lower case leaves behind `İ` goes, so that `istanbul` is found.
 */
export function searchKey(text: string): string {
  // Nearly all texts are plain, and nothing but their case is to be folded.
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('i\u0307', 'i')
    .normalize('NFC');
}

/** Whether a search finds a person: a substring of the e-mail or of the name. An empty one finds everybody. */
export function isFoundBy(
  search: string,
  person: { readonly email: string; readonly name: string },
): boolean {
  const wanted = searchKey(search);
  return searchKey(person.email).includes(wanted) || searchKey(person.name).includes(wanted);
}
