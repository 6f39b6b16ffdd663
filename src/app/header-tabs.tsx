/* The tabs of the header: they differ with the organization's user management experience (S1). */
import { Link } from 'react-router-dom';
import type { Organization } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import styles from './header-tabs.module.css';
import { useCurrentSection } from './current-section.ts';

type Tab = {
  readonly id: string;
  readonly label: string;
  readonly to: string;
};

function centralizedTabs(organizationId: string): readonly Tab[] {
  return [
    { id: 'overview', label: labels.overview, to: pathTo('organization', { organizationId }) },
    {
      id: 'directory',
      label: labels.directory,
      to: pathTo('directory-users', { organizationId }),
    },
    { id: 'products', label: labels.products, to: pathTo('products', { organizationId }) },
    { id: 'settings', label: labels.settings, to: pathTo('settings', { organizationId }) },
  ];
}

/** S1: Users is found under the product's site; the Directory holds neither Users nor Groups here. */
function originalTabs({ id: organizationId, sites }: Organization): readonly Tab[] {
  return [
    { id: 'overview', label: labels.overview, to: pathTo('organization', { organizationId }) },
    { id: 'directory', label: labels.directory, to: pathTo('directory', { organizationId }) },
    { id: 'products', label: labels.products, to: pathTo('products', { organizationId }) },
    ...sites.map((site) => ({
      id: site.id,
      label: site.name,
      to: pathTo('site', { siteId: site.id }),
    })),
    { id: 'settings', label: labels.settings, to: pathTo('settings', { organizationId }) },
  ];
}

/** Where one can go in this organization. */
export function HeaderTabs({ organization }: { readonly organization: Organization }) {
  const section = useCurrentSection();
  const isCentralized = organization.experience === 'centralized';
  const ofSite = section.isAtGroup ? 'directory' : 'products';
  const tabs = isCentralized ? centralizedTabs(organization.id) : originalTabs(organization);
  return (
    <nav aria-label={organization.name} className={styles['tabs']}>
      <ul className={styles['list']}>
        {tabs.map((tab) => {
          const isCurrent =
            tab.id === section.name ||
            tab.id === section.siteId ||
            (tab.id === ofSite && section.siteId !== undefined && isCentralized);
          return (
            <li key={tab.id} className={styles['item']}>
              <Link
                to={tab.to}
                className={styles['tab']}
                aria-current={isCurrent ? 'true' : undefined}
              >
                {tab.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
