import { useState } from 'react';
import { useCreateCopyPlan, useUpdateCopyPlan } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { draftOf, type PlanDraft } from './plan-draft.ts';

/**
 * Saves a draft: as a new plan, or as a change of the plan that the wizard was opened for. A change
 * made elsewhere since is refused once; saving again then means it.
 */
export function useSavePlan(saved: CopyPlan | undefined) {
  const creating = useCreateCopyPlan();
  const updating = useUpdateCopyPlan();
  const [opened] = useState(saved);
  const [isWarned, setIsWarned] = useState(false);
  const base = isWarned ? saved : opened;

  async function save(draft: PlanDraft): Promise<CopyPlan | null> {
    if (!base) return creating.mutateAsync(draft).catch(() => null);
    if (JSON.stringify(draft) === JSON.stringify(draftOf(base))) return base;
    const { id: planId, version } = base;
    return updating.mutateAsync({ ...draft, planId, version }).catch(() => {
      setIsWarned(true);
      return null;
    });
  }

  return {
    save,
    error: base ? updating.error : creating.error,
    isPending: creating.isPending || updating.isPending,
  };
}
