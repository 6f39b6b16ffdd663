/*
 * The code of every screen, a chunk of its own each. This module stands apart from the routes and
 * imports nothing but addresses, so that a screen can be on its way before React is.
 */
import type { ComponentType } from 'react';
import { type PathName, routePatterns } from '#src/ui/paths.ts';

type Load = () => Promise<ComponentType>;

/** How to load each screen, by the name of its path. */
export const screens: Readonly<Record<PathName, Load>> = {
  organizations: async () =>
    (await import('#src/pages/organizations/organizations-page.tsx')).OrganizationsPage,
  organization: async () =>
    (await import('#src/pages/directory/organization-overview-page.tsx')).OrganizationOverviewPage,
  'directory-users': async () =>
    (await import('#src/pages/directory/users-page.tsx')).OrganizationUsersPage,
  'directory-groups': async () =>
    (await import('#src/pages/directory/groups-page.tsx')).OrganizationGroupsPage,
  products: async () => (await import('#src/pages/directory/products-page.tsx')).ProductsPage,
  settings: async () => (await import('#src/pages/directory/settings-page.tsx')).SettingsPage,
  'data-management': async () =>
    (await import('#src/pages/directory/data-management-page.tsx')).DataManagementPage,
  'copy-plans': async () =>
    (await import('#src/pages/copy-plans/copy-plans-page.tsx')).CopyPlansPage,
  'copy-plan-new': async () =>
    (await import('#src/pages/copy-plans/new-copy-plan-page.tsx')).NewCopyPlanPage,
  'copy-plan': async () => (await import('#src/pages/copy-plans/copy-plan-page.tsx')).CopyPlanPage,
  site: async () => (await import('#src/pages/directory/site-page.tsx')).SitePage,
  'site-users': async () =>
    (await import('#src/pages/directory/site-users-page.tsx')).SiteUsersPage,
  'site-groups': async () =>
    (await import('#src/pages/directory/site-groups-page.tsx')).SiteGroupsPage,
  'portal-customers': async () =>
    (await import('#src/pages/portal-customers/portal-customers-page.tsx')).PortalCustomersPage,
  'imported-groups': async () =>
    (await import('#src/pages/imported-groups/imported-groups-page.tsx')).ImportedGroupsPage,
  'imported-group': async () =>
    (await import('#src/pages/imported-groups/imported-group-page.tsx')).ImportedGroupPage,
  'load-exports': async () =>
    (await import('#src/pages/imports/load-exports-page.tsx')).LoadExportsPage,
  'load-export': async () =>
    (await import('#src/pages/imports/load-export-page.tsx')).LoadExportPage,
};

function matches(pattern: string, pathname: string): boolean {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}

/** Begins to load the screen at an address. A failure shows when the screen itself is asked for. */
export function preloadScreen(pathname: string): void {
  const names = Object.keys(routePatterns) as PathName[];
  const name = names.find((candidate) => matches(routePatterns[candidate], pathname));
  if (name) void screens[name]().catch(() => undefined);
}
