/* Product roles in the words of the product's list (domain.md 1.2). */
import type { RoleChoice } from '#src/contract/wire.ts';
import { countOf, count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';

export const ROLES = ['agent', 'customer', 'none'] as const;

const NAMES: Readonly<Record<RoleChoice['role'], string>> = {
  agent: labels.agentRole,
  customer: labels.customerRole,
  none: labels.noRole,
};

/** "User (agent)" */
export function roleName(role: RoleChoice['role']): string {
  return NAMES[role];
}

type Licences = { readonly used: number; readonly limit: number | null };

/** "13 licences in use", "3 of 3 licences in use" */
export function licencesInUse({ used, limit }: Licences): string {
  return limit === null
    ? `${countOf(used, LICENCES)} in use`
    : `${count(used)} of ${countOf(limit, LICENCES)} in use`;
}

/** What a step does to the licences of a site, as a sentence. */
export function licenceEffect({ used, limit }: Licences, added: number): string {
  if (added === 0) return `No licence is taken or freed: ${licencesInUse({ used, limit })}.`;
  const change =
    added > 0 ? `Takes ${countOf(added, LICENCES)}` : `Frees ${countOf(-added, LICENCES)}`;
  return `${change}: ${licencesInUse({ used, limit })} now, ${count(used + added)} afterwards.`;
}

const LICENCES = { one: 'licence', other: 'licences' };
