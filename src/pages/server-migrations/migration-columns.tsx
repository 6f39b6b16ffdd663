import type { ServerMigration } from '#src/contract/wire.ts';
import { count, countOf, share } from '#src/ui/count.ts';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { MigrationStatus } from '#src/ui/migration-status.tsx';
import { flowLabel } from '#src/ui/migration-words.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import styles from './server-migrations.module.css';

const PROJECTS = { one: 'service project', other: 'service projects' };

const CUSTOMERS: Readonly<Record<ServerMigration['customers'], string>> = {
  all: labels.allServerCustomers,
  related: labels.relatedCustomers,
  none: labels.noCustomers,
};

/** What each migration is, and how it went. */
export const migrationColumns: readonly Column<ServerMigration>[] = [
  {
    id: 'name',
    heading: 'Name',
    isRowHeader: true,
    width: '20%',
    cell: ({ name }) => <span className={styles['name']}>{name}</span>,
  },
  {
    id: 'includes',
    heading: 'Includes',
    width: '26%',
    cell: ({ flow, customers, projects }) => (
      <div className={styles['lines']}>
        <span>{flowLabel(flow)}</span>
        <span className={styles['quiet']}>{CUSTOMERS[customers]}</span>
        {projects.length > 0 && (
          <span className={styles['quiet']}>{countOf(projects.length, PROJECTS)}</span>
        )}
      </div>
    ),
  },
  { id: 'destination', heading: 'Destination', cell: ({ destination }) => destination.name },
  {
    id: 'status',
    heading: labels.status,
    cell: (migration) => <StatusCell migration={migration} />,
  },
  {
    id: 'attention',
    heading: 'Requires attention',
    cell: ({ attention }) =>
      attention === null
        ? 'Not run yet'
        : attention.total === 0
          ? 'Nothing'
          : `${count(attention.open)} open of ${count(attention.total)}`,
  },
  {
    id: 'when',
    heading: 'When',
    cell: ({ createdAt, startedAt, finishedAt }) => (
      <div className={styles['lines']}>
        <span className={styles['date']}>
          <Instant at={finishedAt ?? startedAt ?? createdAt} />
        </span>
        <span className={styles['quiet']}>
          {finishedAt !== null ? 'Ended' : startedAt !== null ? 'Started' : 'Created'}
        </span>
      </div>
    ),
  },
];

function StatusCell({ migration }: { readonly migration: ServerMigration }) {
  const { name, word, job } = migration;
  return (
    <div className={styles['status']}>
      <span>
        <MigrationStatus word={word} />
        {word === 'running' && job && ` ${share(job.progress)}`}
      </span>
      {word === 'running' && job && (
        <ProgressBar label={`Progress of ${name}`} isLabelHidden value={job.progress} />
      )}
    </div>
  );
}
