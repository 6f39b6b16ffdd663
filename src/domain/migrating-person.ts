/*
 * Whom a server migration takes along and as what: the fixes applied, merged accounts as one, and
 * those left out who were not chosen. A run keeps this list, since it reads the server when it begins.
 */
import type { CopyPlanId, ServerUserId } from './ids.ts';
import type { Exclusion } from './server-choice.ts';
import type { FixedPerson } from './server-fixes.ts';
import type { ServerRow } from './server-table.ts';

export type MigratingPerson = {
  /** Former customers have no address in a run: their key is no key of any address. */
  readonly emailKey: string;
  readonly email: string;
  readonly name: string;
  readonly row: ServerRow;
  /** Every row of every directory that stands for the person, the one that counts first. */
  readonly userIds: readonly ServerUserId[];
  /** Whether the person may log in on the server: inactive people arrive as inactive. */
  readonly active: boolean;
};

/** Somebody of a run that began, in the place of the outcome. */
export type KeptPerson = {
  readonly planId: CopyPlanId;
  readonly position: number;
  readonly person: MigratingPerson;
};

/**
 * Everyone whom a plan takes, ordered by key. `exclusions` as `exclusionsOf` gives them; of former
 * customers those whom the migrated data names (`referenced`, by user key) appear (S4, "Deleted or
 * inactive customers"). Whoever is blocked arrives with no plan: its run is refused.
 */
export function migratingPeople(
  people: readonly FixedPerson[],
  exclusions: ReadonlyMap<string, Exclusion | null>,
  referenced: ReadonlySet<string>,
): MigratingPerson[] {
  const userIds = new Map(people.map(({ person }) => [person.userKey, person.userIds]));
  return people
    .flatMap(({ person, outcome }): MigratingPerson[] => {
      const { userKey, name, active } = person;
      if ((exclusions.get(userKey) ?? null) !== null) return [];
      if (outcome.kind === 'former') {
        if (!referenced.has(userKey)) return [];
        const former = { row: 'former', userIds: ids(person), active: false } as const;
        return [{ emailKey: `former ${userKey}`, email: person.email, name, ...former }];
      }
      if (outcome.kind !== 'arrives') return [];
      const { emailKey, email, row } = outcome;
      const others = outcome.merged.flatMap((key) => userIds.get(key) ?? []);
      return [{ emailKey, email, name, row, userIds: [...ids(person), ...others], active }];
    })
    .toSorted((a, b) => (a.emailKey < b.emailKey ? -1 : 1));
}

function ids({ id, userIds }: FixedPerson['person']): ServerUserId[] {
  return [id, ...userIds.filter((other) => other !== id)];
}
