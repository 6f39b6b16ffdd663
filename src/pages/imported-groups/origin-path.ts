import type { ImportedGroup } from '#src/contract/wire.ts';
import { searchKeys } from '#src/ui/paths.ts';
import { planPath } from '#src/ui/plan-path.ts';

/** What requires attention of the plan that brought a group; undefined until it is known where it is kept. */
export function originPath(
  { origin }: Pick<ImportedGroup, 'origin'>,
  organizationId: string | undefined,
): string | undefined {
  const { planId, serverId } = origin;
  const search = { [searchKeys.tab]: 'attention' };
  if (serverId !== null) return planPath({ serverId }, planId, search);
  return organizationId && planPath({ organizationId }, planId, search);
}
