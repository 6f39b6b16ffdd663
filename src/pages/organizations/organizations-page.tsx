/* Where every procedure of the administration begins: which organization? */
import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { OrganizationCard } from './organization-card.tsx';
import styles from './organizations-page.module.css';
import { ServerList } from './server-list.tsx';

/** The organizations to choose from, each with its sites. */
export function OrganizationsPage() {
  return (
    <Page
      title={labels.administration}
      description="Select the organization to administer, or go straight to one of its sites."
    >
      <Organizations />
      <ServerList />
    </Page>
  );
}

function Organizations() {
  const { data, error, refetch } = useQuery(directoryQueries.organizations());
  if (data === undefined) {
    if (error) return <ProblemMessage error={error} retry={refetch} />;
    return (
      <div className={styles['grid']} aria-busy>
        <Skeleton width="100%" height="14rem" />
        <Skeleton width="100%" height="14rem" />
      </div>
    );
  }
  if (data.items.length === 0) {
    return (
      <EmptyState
        title="No organization yet"
        description="Reset the workspace in the simulator panel to get the organizations of a scenario."
      />
    );
  }
  return (
    <ul className={styles['grid']} aria-label="Organizations">
      {data.items.map((organization) => (
        <li key={organization.id}>
          <OrganizationCard organization={organization} />
        </li>
      ))}
    </ul>
  );
}
