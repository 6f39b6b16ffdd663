import { useDeleteCopyPlan } from '#src/client/copy-plans.ts';
import type { ServerMigration } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';

type DeleteMigrationDialogProps = {
  readonly migration: ServerMigration;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
};

/** Asks before a migration that has not run is deleted. */
export function DeleteMigrationDialog(props: DeleteMigrationDialogProps) {
  const { migration, onDeleted, onClose } = props;
  const { id: planId, name, version, destination } = migration;
  const deleting = useDeleteCopyPlan();
  const flags = useFlags();

  function confirm() {
    deleting.mutate(
      { planId, version },
      {
        onSuccess() {
          flags.show({ tone: 'success', title: `Migration “${name}” deleted` });
          onClose();
          onDeleted();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title="Delete this migration?"
      width="small"
      appearance="danger"
      confirmLabel={labels.delete}
      isBusy={deleting.isPending}
      error={deleting.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>{`“${name}” has not run, so nothing has arrived on ${destination.name} and nothing changes there.`}</p>
    </ConfirmDialog>
  );
}
