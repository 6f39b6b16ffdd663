import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { serverMigrationQueries } from '#src/client/server-migrations.ts';
import type { Server, ServerMigration } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint } from '#src/ui/layout.tsx';
import { MigrationStatus } from '#src/ui/migration-status.tsx';
import { planPath, planWizardPath } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { AssistantCard } from './assistant-card.tsx';
import { LoadFirst } from './load-first.tsx';

const FLOWS = {
  'in-advance': {
    title: labels.migrateInAdvance,
    icon: 'people',
    description:
      'All users and groups, and all customers if you like, before the data. Whom a migration has taken along is not migrated again, so the day of the data is shorter.',
    action: labels.migrateUsers,
  },
  'with-data': {
    title: labels.migrateYourData,
    icon: 'copy',
    description:
      'Service projects with their requests, together with the users and customers you choose: all customers, or only those who are related to the selected projects.',
    action: 'Migrate data',
  },
} as const;

type MigrateCardProps = {
  readonly server: Server;
  readonly flow: keyof typeof FLOWS;
  readonly isEmpty: boolean;
};

/** *Migrate your users in advance* or *Migrate your data*, with the latest migration of the kind. */
export function MigrateCard({ server, flow, isEmpty }: MigrateCardProps) {
  const { title, icon, description, action } = FLOWS[flow];
  return (
    <AssistantCard
      title={title}
      icon={icon}
      description={description}
      state={<Latest server={server} flow={flow} />}
      action={
        isEmpty ? (
          <LoadFirst serverId={server.id} what={title} />
        ) : (
          <Begin to={planWizardPath({ serverId: server.id }, { flow })} label={action} />
        )
      }
    />
  );
}

function Latest({ server, flow }: Pick<MigrateCardProps, 'server' | 'flow'>) {
  const { data, error, refetch } = useQuery(serverMigrationQueries.list(server.id));
  if (error && !data) return <ProblemMessage error={error} retry={refetch} />;
  if (!data) return <Skeleton width="60%" />;
  const latest = data.items.find((plan) => plan.flow === flow && plan.archivedAt === null);
  return latest ? <Named migration={latest} /> : 'No migration yet';
}

function Named({ migration }: { readonly migration: ServerMigration }) {
  const { name, word, createdAt, startedAt, finishedAt } = migration;
  return (
    <>
      <p>
        <Link to={planPath({ serverId: migration.source.id }, migration.id)}>{name}</Link>{' '}
        <MigrationStatus word={word} />
      </p>
      <Hint>
        {`To ${migration.destination.name}, `}
        {finishedAt !== null ? 'ended ' : startedAt !== null ? 'started ' : 'created '}
        <Instant at={finishedAt ?? startedAt ?? createdAt} format="relative" />
      </Hint>
    </>
  );
}

/** Servers are for more people than sites are: without a site to migrate to there is nothing to begin. */
function Begin({ to, label }: { readonly to: string; readonly label: string }) {
  const { data } = useQuery(copyPlanQueries.options());
  if (data?.sites.length === 0) {
    return (
      <Button isDisabled reason="You administer no site that people could be migrated to">
        {label}
      </Button>
    );
  }
  return <LinkButton to={to}>{label}</LinkButton>;
}
