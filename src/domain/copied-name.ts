/*
 * Names of service projects that arrive where theirs is taken: "a new entity tagged (copied)"
 * (domain.md 6.1, LINK), or `(migrated)` from a server (7.2, LINKJ). Forecast and run ask the same.
 */
import type { PlanFlow } from './copy-plan.ts';

/** The name, or the first free one of `Name (copied)`, `Name (copied 2)` …, by how it arrives. */
export function copiedName(
  name: string,
  flow: PlanFlow,
  isTaken: (name: string) => boolean,
): string {
  const tag = flow === 'copy' ? 'copied' : 'migrated';
  let free = name;
  for (let number = 1; isTaken(free); number += 1) {
    free = number === 1 ? `${name} (${tag})` : `${name} (${tag} ${number})`;
  }
  return free;
}

/** The key, or the first free one of `KEY2`, `KEY3` … */
export function copiedKey(key: string, isTaken: (key: string) => boolean): string {
  let free = key;
  for (let number = 2; isTaken(free); number += 1) free = `${key}${number}`;
  return free;
}
