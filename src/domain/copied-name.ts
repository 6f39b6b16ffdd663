/*
 * Names of service projects that arrive where theirs is taken (domain.md 6.1, LINK: "a new entity
 * tagged (copied)"). The forecast and the run ask the same.
 */

/** The name, or the first free one of `Name (copied)`, `Name (copied 2)` … */
export function copiedName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let number = 1; isTaken(free); number += 1) {
    free = number === 1 ? `${name} (copied)` : `${name} (copied ${number})`;
  }
  return free;
}

/** The key, or the first free one of `KEY2`, `KEY3` … */
export function copiedKey(key: string, isTaken: (key: string) => boolean): string {
  let free = key;
  for (let number = 2; isTaken(free); number += 1) free = `${key}${number}`;
  return free;
}
