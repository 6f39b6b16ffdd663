import { useArchiveMigration, useDuplicateMigration } from '#src/client/server-migrations.ts';
import type { ServerMigration } from '#src/contract/wire.ts';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { planPath } from '#src/ui/plan-path.ts';

/** What a row's menu does at once; both can be taken back. */
export type MigrationSteps = {
  readonly copy: (migration: ServerMigration) => void;
  /** Or restores what is archived. */
  readonly archive: (migration: ServerMigration) => void;
};

/**
 * The steps for every row of the dashboard. They belong to the page, since the row of an archived
 * migration is gone before its step has ended; `onGone` is told then.
 */
export function useMigrationSteps(serverId: string, onGone: () => void): MigrationSteps {
  const copying = useDuplicateMigration(serverId);
  const archiving = useArchiveMigration(serverId);
  const flags = useFlags();
  return {
    copy(migration) {
      copying.mutate(migration, {
        onError: flags.showProblem,
        onSuccess: (copy) =>
          flags.show({
            tone: 'success',
            title: `“${migration.name}” copied`,
            description: `“${copy.name}” has the same choices and is saved.`,
            actions: [{ label: labels.viewDetails, to: planPath({ serverId }, copy.id) }],
          }),
      });
    },
    archive(migration) {
      archiving.mutate(migration, {
        onError: flags.showProblem,
        onSuccess(changed) {
          flags.show(
            changed.archivedAt === null
              ? { tone: 'success', title: `“${changed.name}” is back among the migrations` }
              : {
                  tone: 'success',
                  title: `“${changed.name}” archived`,
                  description: 'It keeps its details and reports, and can be restored.',
                },
          );
          onGone();
        },
      });
    },
  };
}
