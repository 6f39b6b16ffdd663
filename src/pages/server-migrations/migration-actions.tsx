import type { ServerMigration } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import type { MenuItem } from '#src/ui/menu-button.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { planPath, planWizardPath } from '#src/ui/plan-path.ts';
import { RowMenu } from '#src/ui/row-menu.tsx';
import type { MigrationSteps } from './use-migration-steps.ts';

type MigrationActionsProps = {
  readonly migration: ServerMigration;
  readonly steps: MigrationSteps;
  readonly onDelete: () => void;
};

/** The dashboard's actions: view details, run, edit, copy, archive, delete (domain.md 7.3). */
export function MigrationActions({ migration, steps, onDelete }: MigrationActionsProps) {
  const { id, name } = migration;
  const place = { serverId: migration.source.id };
  const details = planPath(place, id);
  const wizard = planWizardPath(place, { plan: id, step: 'sites' });
  const notAllowed = whyNot(migration.actions.manage);
  const beforeRun = blockedBy(notAllowed ?? (migration.state === 'saved' ? undefined : HAS_RUN));
  const items: readonly MenuItem[] = [
    { id: 'run', label: 'Run', icon: 'play', to: details, ...beforeRun },
    { id: 'edit', label: 'Edit', icon: 'edit', to: wizard, ...beforeRun },
    {
      id: 'copy',
      label: 'Copy',
      icon: 'copy',
      onSelect: () => steps.copy(migration),
      ...blockedBy(notAllowed),
    },
    migration.archivedAt === null
      ? {
          id: 'archive',
          label: 'Archive',
          icon: 'download',
          onSelect: () => steps.archive(migration),
          ...blockedBy(NOT_ENDED[migration.state]),
        }
      : {
          id: 'restore',
          label: 'Restore',
          icon: 'upload',
          onSelect: () => steps.archive(migration),
        },
    {
      id: 'delete',
      label: labels.delete,
      icon: 'delete',
      isDanger: true,
      onSelect: onDelete,
      ...beforeRun,
    },
  ];
  return (
    <Inline gap="150" justify="end" wrap={false}>
      {notAllowed === undefined ? (
        <LinkButton
          isCompact
          appearance="link"
          to={details}
          aria-label={`${labels.viewDetails} of ${name}`}
        >
          {labels.viewDetails}
        </LinkButton>
      ) : (
        <Button
          isCompact
          isDisabled
          reason={notAllowed}
          aria-label={`${labels.viewDetails} of ${name}`}
        >
          {labels.viewDetails}
        </Button>
      )}
      <RowMenu name={name} items={items} />
    </Inline>
  );
}

const HAS_RUN = 'The migration has run';

const NOT_ENDED: Readonly<Partial<Record<ServerMigration['state'], string>>> = {
  saved: 'It has not run: delete it instead',
  running: 'The migration is running',
};

function blockedBy(reason: string | undefined) {
  return { isDisabled: reason !== undefined, reason };
}
