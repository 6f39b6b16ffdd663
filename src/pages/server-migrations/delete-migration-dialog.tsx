import { useDeleteCopyPlan } from '#src/client/copy-plans.ts';
import type { ServerMigration } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { formatInstant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';

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
  const stale = useStaleStep(deleting.error, migration, migrationFacts);
  const flags = useFlags();

  function confirm() {
    stale.asked(migration);
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
      refusal={stale.refusal}
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>{`“${name}” has not run, so nothing has arrived on ${destination.name} and nothing changes there.`}</p>
    </ConfirmDialog>
  );
}

/** What somebody else can change of it, in words. */
function migrationFacts({ name, destination, projects, startedAt }: ServerMigration) {
  return [
    { label: 'Name', value: name },
    { label: 'Destination', value: destination.name },
    { label: 'Service projects', value: projects.map((project) => project.name).join(', ') },
    {
      label: 'Run',
      value: startedAt === null ? 'Not yet' : `Since ${formatInstant(startedAt, 'date-time')}`,
    },
  ];
}
