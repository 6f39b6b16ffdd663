/* S4, "How to check if all the customers are migrated to cloud": one count on each side. */
import { Link } from 'react-router-dom';
import type { ServerArrival } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Hint } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { CUSTOMERS } from './arrival-words.ts';
import styles from './server-arrivals.module.css';

/** The two counts beside each other, each with the way to the page that shows it. */
export function BothCounts({ arrival }: { readonly arrival: ServerArrival }) {
  const { plan, server, destination, onServer, onDestination, listed, migrated } = arrival;
  const [serverId, planId, siteId] = [server.id, plan.id, destination.id];
  return (
    <div className={styles['counts']}>
      <Card
        title={`On ${server.name}`}
        actions={
          <Link to={pathTo('server-migration', { serverId, planId })}>{labels.viewDetails}</Link>
        }
      >
        <p className={styles['count']}>
          <span className={styles['number']}>{count(onServer)}</span>
          <span>customers that this migration takes</span>
        </p>
        <Hint>{`The count of ${labels.migrationsDashboard} > ${labels.viewDetails}.`}</Hint>
      </Card>
      <Card
        title={`On ${destination.name}`}
        actions={<Link to={pathTo('portal-customers', { siteId })}>{labels.portalCustomers}</Link>}
      >
        <p className={styles['count']}>
          <span className={styles['number']}>{count(onDestination)}</span>
          <span>portal-only accounts</span>
        </p>
        <Hint>
          {migrated === 0
            ? `All that the list of ${labels.portalCustomers} shows.`
            : `The list of ${labels.portalCustomers} shows ${countOf(listed, CUSTOMERS)}: these, and ${count(migrated)} inactive since their migration to an Atlassian account.`}
        </Hint>
      </Card>
    </div>
  );
}
