import { useDeleteCopyPlan } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { wordsOf } from './flow-words.ts';
import { planFacts } from './plan-conflict.tsx';

type DeletePlanDialogProps = {
  readonly plan: CopyPlan;
  readonly onDeleted?: () => void;
  readonly onClose: () => void;
};

/** Asks before a plan that has not run is deleted. */
export function DeletePlanDialog({ plan, onDeleted, onClose }: DeletePlanDialogProps) {
  const deleting = useDeleteCopyPlan();
  const stale = useStaleStep(deleting.error, plan, planFacts);
  const flags = useFlags();
  return (
    <ConfirmDialog
      title={`Delete this ${wordsOf(plan).plan}?`}
      width="small"
      appearance="danger"
      confirmLabel="Delete"
      isBusy={deleting.isPending}
      error={deleting.error}
      refusal={stale.refusal}
      onClose={onClose}
      onConfirm={() => {
        stale.asked(plan);
        deleting.mutate(
          { planId: plan.id, version: plan.version },
          {
            onSuccess() {
              flags.show({
                tone: 'success',
                title: `${wordsOf(plan).Plan} “${plan.name}” deleted`,
              });
              onClose();
              onDeleted?.();
            },
          },
        );
      }}
    >
      <p>
        “{plan.name}” has not run, so nothing on {plan.source.name} or {plan.destination.name}{' '}
        changes.
      </p>
    </ConfirmDialog>
  );
}
