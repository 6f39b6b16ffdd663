import { useState } from 'react';
import { useCreateCopyPlan, useUpdateCopyPlan } from '#src/client/copy-plans.ts';
import { useCreateServerPlan, useUpdateServerPlan } from '#src/client/server-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import type { PlanFlow } from './flow-words.ts';
import { draftOf, type PlanDraft } from './plan-draft.ts';

/**
 * Saves a draft: as a new plan, or as a change of the plan that the wizard was opened for, of which
 * `version` is the one that the draft began with. A change made elsewhere since is refused, until
 * the draft is saved over the plan as it is now.
 */
export function useSavePlan(
  flow: PlanFlow,
  saved: CopyPlan | undefined,
  version: number | undefined,
) {
  const copies = useWritingCopies();
  const migrations = useWritingMigrations();
  const { creating, updating, create, update } = flow === 'copy' ? copies : migrations;
  const [opened] = useState(saved);

  async function save(draft: PlanDraft, over?: CopyPlan): Promise<CopyPlan | null> {
    if (!opened) return create(draft).catch(() => null);
    if (isSame(draft, over ?? opened)) return over ?? opened;
    const base = { id: opened.id, version: over?.version ?? version ?? opened.version };
    return update(draft, base).catch(() => null);
  }

  return {
    save,
    error: opened ? updating.error : creating.error,
    isPending: creating.isPending || updating.isPending,
  };
}

function isSame(draft: PlanDraft, plan: CopyPlan): boolean {
  return JSON.stringify(draft) === JSON.stringify(draftOf(plan));
}

/** The plan to change, as it was when the draft began. */
type Base = Pick<CopyPlan, 'id' | 'version'>;

function useWritingCopies() {
  const creating = useCreateCopyPlan();
  const updating = useUpdateCopyPlan();
  return {
    creating,
    updating,
    create: (draft: PlanDraft) => creating.mutateAsync(copyOf(draft)),
    update: (draft: PlanDraft, { id: planId, version }: Base) =>
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
    update: (draft: PlanDraft, { id: planId, version }: Base) =>
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
