/* The routes as data. Every screen is a chunk of its own, loaded when somebody goes there. */
import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router-dom';
import { type PathName, routePatterns } from '#src/ui/paths.ts';
import { NotFound } from './not-found.tsx';
import { OrganizationShell } from './organization-shell.tsx';
import { RouteError } from './route-error.tsx';
import { Shell } from './shell.tsx';
import { SiteShell } from './site-shell.tsx';
import { StartScreen } from './start-screen.tsx';

function screen(name: PathName, load: () => Promise<ComponentType>): RouteObject {
  return {
    path: routePatterns[name],
    lazy: async () => ({ Component: await load() }),
    HydrateFallback: StartScreen,
  };
}

const organizationScreens: RouteObject[] = [
  screen(
    'organizations',
    async () => (await import('#src/pages/organizations/organizations-page.tsx')).OrganizationsPage,
  ),
  screen(
    'organization',
    async () =>
      (await import('#src/pages/directory/organization-overview-page.tsx'))
        .OrganizationOverviewPage,
  ),
  screen(
    'directory-users',
    async () => (await import('#src/pages/directory/users-page.tsx')).OrganizationUsersPage,
  ),
  screen(
    'directory-groups',
    async () => (await import('#src/pages/directory/groups-page.tsx')).OrganizationGroupsPage,
  ),
  screen(
    'products',
    async () => (await import('#src/pages/directory/products-page.tsx')).ProductsPage,
  ),
  screen(
    'settings',
    async () => (await import('#src/pages/directory/settings-page.tsx')).SettingsPage,
  ),
  screen(
    'data-management',
    async () => (await import('#src/pages/directory/data-management-page.tsx')).DataManagementPage,
  ),
  screen(
    'copy-plans',
    async () => (await import('#src/pages/copy-plans/copy-plans-page.tsx')).CopyPlansPage,
  ),
  screen(
    'copy-plan-new',
    async () => (await import('#src/pages/copy-plans/new-copy-plan-page.tsx')).NewCopyPlanPage,
  ),
  screen(
    'copy-plan',
    async () => (await import('#src/pages/copy-plans/copy-plan-page.tsx')).CopyPlanPage,
  ),
];

const siteScreens: RouteObject[] = [
  screen('site', async () => (await import('#src/pages/directory/site-page.tsx')).SitePage),
  screen(
    'site-users',
    async () => (await import('#src/pages/directory/site-users-page.tsx')).SiteUsersPage,
  ),
  screen(
    'site-groups',
    async () => (await import('#src/pages/directory/site-groups-page.tsx')).SiteGroupsPage,
  ),
  screen(
    'portal-customers',
    async () =>
      (await import('#src/pages/portal-customers/portal-customers-page.tsx')).PortalCustomersPage,
  ),
  screen(
    'imported-groups',
    async () =>
      (await import('#src/pages/imported-groups/imported-groups-page.tsx')).ImportedGroupsPage,
  ),
  screen(
    'imported-group',
    async () =>
      (await import('#src/pages/imported-groups/imported-group-page.tsx')).ImportedGroupPage,
  ),
  screen(
    'load-exports',
    async () => (await import('#src/pages/imports/load-exports-page.tsx')).LoadExportsPage,
  ),
  screen(
    'load-export',
    async () => (await import('#src/pages/imports/load-export-page.tsx')).LoadExportPage,
  ),
];

export const routes: RouteObject[] = [
  {
    Component: Shell,
    errorElement: <RouteError />,
    children: [
      { Component: OrganizationShell, errorElement: <RouteError />, children: organizationScreens },
      { Component: SiteShell, errorElement: <RouteError />, children: siteScreens },
      { path: '*', Component: NotFound },
    ],
  },
];

/** The router over the browser's history. */
export function createConsoleRouter() {
  return createBrowserRouter(routes, { basename: import.meta.env.BASE_URL });
}
