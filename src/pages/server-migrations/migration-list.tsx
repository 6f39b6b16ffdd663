import type { ReactNode } from 'react';
import type { ServerMigration } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { MIGRATION_STATUSES, MIGRATION_WORDS } from '#src/ui/migration-words.ts';
import { Pagination } from '#src/ui/pagination.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { RecordTable } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import { migrationColumns } from './migration-columns.tsx';

type MigrationListProps = {
  readonly serverId: string;
  readonly isArchive: boolean;
  readonly query: {
    readonly data: readonly ServerMigration[] | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly rowActions: (migration: ServerMigration) => ReactNode;
};

/** The migrations of one tab, searched and filtered. */
export function MigrationList({ serverId, isArchive, query, rowActions }: MigrationListProps) {
  const list = useListParams({ filters: { status: MIGRATION_STATUSES } });
  const { data: all } = query;
  // A server has a handful of migrations, so the backend answers all of them.
  const wanted = list.search.trim().toLowerCase();
  const matching = all?.filter(
    ({ name, word }) =>
      name.toLowerCase().includes(wanted) &&
      (list.filters.status === undefined || list.filters.status === word),
  );
  const page = matching?.slice(list.offset, list.offset + list.limit);

  return (
    <div>
      {all && all.length > 0 && (
        <ListToolbar
          list={list}
          searchLabel="Search migrations"
          filter={{
            label: labels.status,
            all: 'All statuses',
            values: MIGRATION_STATUSES,
            labelOf: (word) => MIGRATION_WORDS[word].label,
            value: list.filters.status,
            onChange: (word) => list.setFilter('status', word),
          }}
        />
      )}
      <RecordTable
        caption={isArchive ? 'Archived migrations' : 'Migrations'}
        query={{ ...query, data: page && { items: page } }}
        columns={migrationColumns}
        rowKey={({ id }) => id}
        isNarrowed={(all?.length ?? 0) > 0 && (list.isNarrowed || list.page > 1)}
        onClear={list.clear}
        empty={isArchive ? <NothingArchived /> : <NoMigrations serverId={serverId} />}
        rowActions={rowActions}
        skeletonRows={3}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={matching?.length ?? 0}
        onPage={list.setPage}
        noun={{ one: 'migration', other: 'migrations' }}
      />
    </div>
  );
}

function NoMigrations({ serverId }: { readonly serverId: string }) {
  return (
    <EmptyState
      image="copy"
      title="No migrations yet"
      description="Begin at the migration assistant: with the users in advance, or with the data. Before anything is migrated you see what will become of everybody."
      action={
        <LinkButton appearance="primary" to={pathTo('server', { serverId })}>
          {labels.migrationAssistant}
        </LinkButton>
      }
    />
  );
}

function NothingArchived() {
  return (
    <EmptyState
      image="copy"
      title="Nothing is archived"
      description="A migration that has ended can be archived from its menu. It keeps its details and reports."
    />
  );
}
