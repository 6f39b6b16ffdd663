/* The screens of a site with its navigation, which follows the user management experience (S1). */
import { useQuery } from '@tanstack/react-query';
import { Outlet, useMatch, useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { pathTo, routePatterns } from '#src/ui/paths.ts';
import { Skeleton, SkeletonLines } from '#src/ui/skeleton.tsx';
import { useCurrentPlace } from './current-place.ts';
import { DirectoryNavigation } from './directory-navigation.tsx';
import { Frame } from './frame.tsx';
import { ImportedGroupsBanner } from './imported-groups-banner.tsx';
import { SideNavigation, type SideLink, type SideSection } from './side-navigation.tsx';
import styles from './site-shell.module.css';

function importedGroups({ id: siteId, counts, actions }: Site): SideLink {
  const pending = actions.reviewImportedGroups.allowed ? counts.importedGroupsPending : 0;
  return {
    label: labels.importedGroups,
    to: pathTo('imported-groups', { siteId }),
    icon: 'download',
    hasChildren: true,
    badge: pending > 0 && <Lozenge tone="moved">{count(pending)}</Lozenge>,
  };
}

/** Settings that the real product has in the service management product, and what it lacks. */
function customerLinks({ id: siteId, counts, actions }: Site): SideLink[] {
  const duplicates = actions.viewPortalCustomers.allowed ? counts.duplicates : 0;
  return [
    {
      label: 'Duplicate accounts',
      to: pathTo('duplicates', { siteId }),
      icon: 'people',
      isExtra: true,
      badge: duplicates > 0 && <Lozenge tone="moved">{count(duplicates)}</Lozenge>,
    },
    {
      label: 'Service projects',
      to: pathTo('service-projects', { siteId }),
      icon: 'site',
      hasChildren: true,
    },
    {
      label: 'View as customer',
      to: pathTo('help-center', { siteId }),
      icon: 'external',
      isExtra: true,
    },
    { label: labels.customerAccess, to: pathTo('customer-access', { siteId }), icon: 'settings' },
  ];
}

function centralizedSections(site: Site): readonly SideSection[] {
  const siteId = site.id;
  return [
    { links: [{ label: labels.overview, to: pathTo('site', { siteId }), icon: 'menu' }] },
    {
      heading: labels.jiraServiceManagement,
      links: [
        {
          label: labels.portalCustomers,
          to: pathTo('portal-customers', { siteId }),
          icon: 'person',
          hasChildren: true,
        },
        ...customerLinks(site),
      ],
    },
    { heading: labels.userManagement, links: [importedGroups(site)] },
  ];
}

function originalSections(site: Site): readonly SideSection[] {
  const siteId = site.id;
  return [
    { links: [{ label: labels.overview, to: pathTo('site', { siteId }), icon: 'menu' }] },
    {
      heading: labels.userManagement,
      links: [
        {
          label: labels.users,
          to: pathTo('site-users', { siteId }),
          icon: 'person',
          hasChildren: true,
        },
        { label: labels.groups, to: pathTo('site-groups', { siteId }), icon: 'people' },
        {
          label: labels.jiraServiceManagement,
          to: pathTo('portal-customers', { siteId }),
          icon: 'site',
          hasChildren: true,
        },
        importedGroups(site),
      ],
    },
    { heading: labels.jiraServiceManagement, links: customerLinks(site) },
  ];
}

function SiteNavigation({ site }: { readonly site: Site }) {
  const { organization } = site;
  const isCentralized = organization.experience === 'centralized';
  return (
    <SideNavigation
      label={site.name}
      back={
        isCentralized
          ? {
              label: labels.sitesAndProducts,
              to: pathTo('products', { organizationId: organization.id }),
            }
          : {
              label: organization.name,
              to: pathTo('organization', { organizationId: organization.id }),
            }
      }
      title={{
        name: site.name,
        detail: site.subscription === 'paid' ? 'Paid plan' : 'Free plan',
      }}
      sections={isCentralized ? centralizedSections(site) : originalSections(site)}
    />
  );
}

/** Holds the place of the navigation until the site is known. */
function NavigationSkeleton() {
  return (
    <div className={styles['skeleton']} aria-hidden>
      <Skeleton height="2rem" />
      <SkeletonLines count={4} />
    </div>
  );
}

/** A site's screens. Where groups wait for review, every one of them says so. */
export function SiteShell() {
  const { siteId = '' } = useParams();
  const { site } = useCurrentPlace();
  const { isError } = useQuery(directoryQueries.site(siteId));
  const isAtGroup = useMatch(routePatterns.group) !== null;
  const isReviewing = useMatch(`${routePatterns['imported-groups']}/*`) !== null;
  return (
    <Frame
      side={
        site && isAtGroup && site.organization.experience === 'centralized' ? (
          <DirectoryNavigation organizationId={site.organization.id} isAtGroup />
        ) : site ? (
          <SiteNavigation site={site} />
        ) : isError ? null : (
          <NavigationSkeleton />
        )
      }
    >
      {site?.actions.reviewImportedGroups.allowed && !isReviewing && (
        <ImportedGroupsBanner siteId={siteId} pending={site.counts.importedGroupsPending} />
      )}
      <Outlet />
    </Frame>
  );
}
