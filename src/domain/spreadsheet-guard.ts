/*
 * Display names are chosen by customers, reports are opened in spreadsheets, and a spreadsheet runs
 * a cell that begins like a formula. One apostrophe in front stops that. The guard counts the
 * apostrophes that are there already, so that taking exactly one away restores any text.
 */

/** Apostrophes, then what makes a spreadsheet run a cell; full-width signs count in some of them. */
const DANGEROUS = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^''*[=+\-@\t\r\n＝＋－＠]/;

/** The text as a cell that no spreadsheet runs. `unguardCell` gives the text back. */
export function guardCell(text: string): string {
  return DANGEROUS.test(text) ? `'${text}` : text;
}

/** Takes away the one apostrophe that `guardCell` put in front; any other text is left alone. */
export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
