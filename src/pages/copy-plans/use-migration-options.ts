import { useQuery } from '@tanstack/react-query';
import { serverPlanQueries } from '#src/client/server-plans.ts';
import type { PlanDraft } from './plan-draft.ts';

/** What a migration can choose, with whom each choice takes beside the rest of the draft. */
export function useMigrationOptions({ flow, sourceId, customers, users, projectIds }: PlanDraft) {
  const migration = flow === 'in-advance' ? flow : 'with-data';
  const chosen = { flow: migration, customers, users, projects: projectIds.join(',') } as const;
  return useQuery({ ...serverPlanQueries.options(sourceId, chosen), enabled: flow !== 'copy' });
}
