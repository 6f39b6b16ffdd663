/** Pieces of pasted text: between commas, semicolons and white space, each once. */
export function separated(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((piece) => piece !== ''))];
}
