import { Link } from 'react-router-dom';
import type { Organization } from '#src/contract/wire.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import styles from './organization-card.module.css';

/** One organization; its name opens it, each site's name opens the site's own admin (S1). */
export function OrganizationCard({ organization }: { readonly organization: Organization }) {
  const { id, name, sites } = organization;
  return (
    <article className={styles['card']} aria-labelledby={id}>
      <header className={styles['head']}>
        <Avatar name={name} size="large" />
        <div>
          <h2 id={id} className={styles['name']}>
            <Link to={pathTo('organization', { organizationId: id })}>{name}</Link>
          </h2>
          <p className={styles['facts']}>
            {countOf(sites.length, { one: 'site', other: 'sites' })}
          </p>
        </div>
      </header>
      <ul className={styles['sites']} aria-label={`Sites of ${name}`}>
        {sites.map((site) => (
          <li key={site.id} className={styles['site']}>
            <Icon name="site" />
            <div>
              <Link to={pathTo('site', { siteId: site.id })}>{site.name}</Link>
              <p className={styles['facts']}>
                {labels.jiraServiceManagement}, {countOf(site.counts.portalCustomers, CUSTOMERS)}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </article>
  );
}

const CUSTOMERS = { one: 'portal customer', other: 'portal customers' };
