/*
 * Names come from exports and are nobody's Markdown: everything that could begin a link, an image,
 * a heading, a table cell or HTML is escaped, and a name stays on its line.
 */

/** The text as plain Markdown: shown exactly as it is, on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
