import type { GroupMember } from '#src/contract/wire.ts';

export const LICENCES = { one: 'licence', other: 'licences' };

/** What a step does to the licences of the site, as a sentence. */
export function licenceEffect({ licencesAdded }: Pick<GroupMember, 'licencesAdded'>): string {
  if (licencesAdded > 0) return 'Takes one licence.';
  return licencesAdded < 0 ? 'Frees one licence.' : 'Takes and frees no licence.';
}
