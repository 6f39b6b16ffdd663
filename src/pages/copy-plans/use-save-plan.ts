import { useState } from 'react';
import { useCreateCopyPlan, useUpdateCopyPlan } from '#src/client/copy-plans.ts';
import { useCreateServerPlan, useUpdateServerPlan } from '#src/client/server-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import type { PlanFlow } from './flow-words.ts';
import { draftOf, type PlanDraft } from './plan-draft.ts';

/**
 * Saves a draft: as a new plan, or as a change of the plan that the wizard was opened for. A change
 * made elsewhere since is refused once; saving again then means it.
 */
export function useSavePlan(flow: PlanFlow, saved: CopyPlan | undefined) {
  const copies = useWritingCopies();
  const migrations = useWritingMigrations();
  const { creating, updating, create, update } = flow === 'copy' ? copies : migrations;
  const [opened] = useState(saved);
  const [isWarned, setIsWarned] = useState(false);
  const base = isWarned ? saved : opened;

  async function save(draft: PlanDraft): Promise<CopyPlan | null> {
    if (!base) return create(draft).catch(() => null);
    if (JSON.stringify(draft) === JSON.stringify(draftOf(base))) return base;
    return update(draft, base).catch(() => {
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

function useWritingCopies() {
  const creating = useCreateCopyPlan();
  const updating = useUpdateCopyPlan();
  return {
    creating,
    updating,
    create: (draft: PlanDraft) => creating.mutateAsync(copyOf(draft)),
    update: (draft: PlanDraft, { id: planId, version }: CopyPlan) =>
      updating.mutateAsync({ ...copyOf(draft), planId, version }),
  };
}

function useWritingMigrations() {
  const creating = useCreateServerPlan();
  const updating = useUpdateServerPlan();
  return {
    creating,
    updating,
    create: (draft: PlanDraft) => creating.mutateAsync(migrationOf(draft)),
    update: (draft: PlanDraft, { id: planId, version }: CopyPlan) =>
      updating.mutateAsync({ ...migrationOf(draft), planId, version }),
  };
}

/** A copy knows no choice without customers: its wizard never offers one. */
function copyOf(draft: PlanDraft) {
  const { name, destinationSiteId, users, preserveGroupMembership, projectIds } = draft;
  const customers = draft.customers === 'none' ? ('all' as const) : draft.customers;
  return {
    name,
    sourceSiteId: draft.sourceId,
    destinationSiteId,
    customers,
    users,
    preserveGroupMembership,
    projectIds,
  };
}

function migrationOf({ flow, sourceId: serverId, ...draft }: PlanDraft) {
  return { ...draft, serverId, flow: flow === 'in-advance' ? flow : ('with-data' as const) };
}
