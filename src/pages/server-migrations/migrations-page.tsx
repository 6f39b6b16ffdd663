/* *Migrations dashboard*: every migration of a server, archived ones apart (domain.md 7.3). */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import { serverMigrationQueries } from '#src/client/server-migrations.ts';
import { serverQueries } from '#src/client/servers.ts';
import type { ServerMigration } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Page } from '#src/ui/page.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { serverWay } from '#src/ui/server-way.ts';
import { Tabs, useTabParam } from '#src/ui/tabs.tsx';
import { DeleteMigrationDialog } from './delete-migration-dialog.tsx';
import { MigrationActions } from './migration-actions.tsx';
import { MigrationList } from './migration-list.tsx';
import { StatusMeanings } from './status-meanings.tsx';
import { useMigrationSteps } from './use-migration-steps.ts';

const TABS = ['current', 'archived'] as const;

/** The migrations of the server that the address names. */
export function MigrationsPage() {
  const { serverId = '' } = useParams();
  const server = useQuery(serverQueries.get(serverId));
  const migrations = useQuery(serverMigrationQueries.list(serverId));
  const [tab, selectTab] = useTabParam(TABS);
  const [deleting, setDeleting] = useState<ServerMigration | null>(null);
  const [gone, setGone] = useState(0);
  const root = useRef<HTMLDivElement>(null);
  const steps = useMigrationSteps(serverId, () => setGone(gone + 1));

  // The menu that asked for it is gone with its row: the focus goes on at the heading.
  useEffect(() => {
    if (gone > 0) root.current?.querySelector('h1')?.focus();
  }, [gone]);

  // What was seen before another persona took over is not for this one.
  const data = problemCode(migrations.error) === 'forbidden' ? undefined : migrations.data;
  const current = data?.items.filter(({ archivedAt }) => archivedAt === null);
  const archived = data?.items.filter(({ archivedAt }) => archivedAt !== null);

  function actionsOf(migration: ServerMigration) {
    return (
      <MigrationActions
        migration={migration}
        steps={steps}
        onDelete={() => setDeleting(migration)}
      />
    );
  }

  return (
    <div ref={root}>
      <Page
        title={labels.migrationsDashboard}
        description="What was set up to be taken from this server to a cloud site, and how it went."
        breadcrumbs={serverWay(serverId, server.data?.name)}
      >
        <Stack gap="300">
          <Tabs
            label={labels.migrationsDashboard}
            items={[
              { id: 'current', label: 'Migrations', count: current?.length },
              { id: 'archived', label: 'Archived', count: archived?.length },
            ]}
            selected={tab}
            onSelect={selectTab}
          >
            <MigrationList
              key={tab}
              serverId={serverId}
              isArchive={tab === 'archived'}
              query={{ ...migrations, data: tab === 'archived' ? archived : current }}
              rowActions={actionsOf}
            />
          </Tabs>
          {data && data.items.length > 0 && <StatusMeanings />}
        </Stack>
        {deleting && (
          <DeleteMigrationDialog
            migration={data?.items.find(({ id }) => id === deleting.id) ?? deleting}
            onClose={() => setDeleting(null)}
            onDeleted={() => setGone(gone + 1)}
          />
        )}
      </Page>
    </div>
  );
}
