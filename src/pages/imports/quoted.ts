/* Text of files on the screen: quoted, so that nothing in it reads as our own words. */

/** Text in quotation marks, with what would be invisible, or turn the sentence, by its number. */
export function quoted(text: string): string {
  return `“${text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `[${codePointName(character)}]`)}”`;
}

/** "U+0430" */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
