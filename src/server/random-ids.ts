import type { Ids } from '#src/application/ports.ts';

/** Ids from a source of uuids: random in the product, counted in tests. */
export function createIds(uuid: () => string): Ids {
  return { next: (prefix) => `${prefix}_${uuid()}`, uuid };
}
