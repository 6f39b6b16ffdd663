/*
 * The code of every screen, a chunk of its own each. This module stands apart from the routes, so
 * that a screen can be on its way before anything is drawn.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { firstCustomers } from '#src/pages/portal-customers/customer-list-query.ts';
import type { PathName } from '#src/ui/paths.ts';

type Load = () => Promise<ComponentType>;
/** What an address names, by the parameters of its path. */
export type AddressParams = Readonly<Record<string, string | undefined>>;
type Ask = (client: QueryClient, params: AddressParams, search: URLSearchParams) => Promise<void>;

/** What a screen asks the backend first, where that is worth asking before its code is here. */
export const firstQuestions: Readonly<Partial<Record<PathName, Ask>>> = {
  'portal-customers': (client, { siteId = '' }, search) =>
    client.prefetchQuery(firstCustomers(siteId, search)),
};

/** How to load each screen, by the name of its path. */
export const screens: Readonly<Record<PathName, Load>> = {
  organizations: async () =>
    (await import('#src/pages/organizations/organizations-page.tsx')).OrganizationsPage,
  mailbox: async () => (await import('#src/pages/mailbox/mailbox-page.tsx')).MailboxPage,
  organization: async () =>
    (await import('#src/pages/directory/organization-overview-page.tsx')).OrganizationOverviewPage,
  directory: async () => (await import('#src/pages/directory/directory-page.tsx')).DirectoryPage,
  'directory-users': async () =>
    (await import('#src/pages/directory/users-page.tsx')).OrganizationUsersPage,
  'directory-user': async () =>
    (await import('#src/pages/directory/organization-user-page.tsx')).OrganizationUserPage,
  'directory-groups': async () =>
    (await import('#src/pages/directory/groups-page.tsx')).OrganizationGroupsPage,
  'account-types': async () =>
    (await import('#src/pages/directory/account-types-page.tsx')).AccountTypesPage,
  products: async () => (await import('#src/pages/directory/products-page.tsx')).ProductsPage,
  settings: async () => (await import('#src/pages/directory/settings-page.tsx')).SettingsPage,
  'audit-log': async () => (await import('#src/pages/audit-log/audit-log-page.tsx')).AuditLogPage,
  'data-management': async () =>
    (await import('#src/pages/directory/data-management-page.tsx')).DataManagementPage,
  'copy-plans': async () =>
    (await import('#src/pages/copy-plans/copy-plans-page.tsx')).CopyPlansPage,
  'copy-plan-new': async () =>
    (await import('#src/pages/copy-plans/new-copy-plan-page.tsx')).NewCopyPlanPage,
  'copy-plan': async () => (await import('#src/pages/copy-plans/copy-plan-page.tsx')).CopyPlanPage,
  'copy-plan-runbook': async () =>
    (await import('#src/pages/copy-plans/runbook-page.tsx')).RunbookPage,
  site: async () => (await import('#src/pages/directory/site-page.tsx')).SitePage,
  'site-users': async () =>
    (await import('#src/pages/directory/site-users-page.tsx')).SiteUsersPage,
  'site-user': async () => (await import('#src/pages/directory/site-user-page.tsx')).SiteUserPage,
  'site-groups': async () =>
    (await import('#src/pages/directory/site-groups-page.tsx')).SiteGroupsPage,
  group: async () => (await import('#src/pages/directory/group-page.tsx')).GroupPage,
  'portal-customers': async () =>
    (await import('#src/pages/portal-customers/portal-customers-page.tsx')).PortalCustomersPage,
  'customer-access': async () =>
    (await import('#src/pages/customer-access/customer-access-page.tsx')).CustomerAccessPage,
  'service-projects': async () =>
    (await import('#src/pages/service-projects/service-projects-page.tsx')).ServiceProjectsPage,
  'project-customers': async () =>
    (await import('#src/pages/service-projects/project-customers-page.tsx')).ProjectCustomersPage,
  duplicates: async () =>
    (await import('#src/pages/duplicates/duplicates-page.tsx')).DuplicatesPage,
  'help-center': async () =>
    (await import('#src/pages/help-center/help-center-page.tsx')).HelpCenterPage,
  'portal-customer': async () =>
    (await import('#src/pages/portal-customers/portal-customer-page.tsx')).PortalCustomerPage,
  'bulk-steps': async () =>
    (await import('#src/pages/portal-customers/bulk-steps-page.tsx')).BulkStepsPage,
  'bulk-step': async () =>
    (await import('#src/pages/portal-customers/bulk-step-page.tsx')).BulkStepPage,
  'imported-groups': async () =>
    (await import('#src/pages/imported-groups/imported-groups-page.tsx')).ImportedGroupsPage,
  'imported-group': async () =>
    (await import('#src/pages/imported-groups/imported-group-page.tsx')).ImportedGroupPage,
  'load-exports': async () =>
    (await import('#src/pages/imports/load-exports-page.tsx')).LoadExportsPage,
  'load-export': async () =>
    (await import('#src/pages/imports/load-export-page.tsx')).LoadExportPage,
  server: async () => (await import('#src/pages/servers/server-page.tsx')).ServerPage,
  'server-users': async () =>
    (await import('#src/pages/servers/server-users-page.tsx')).ServerUsersPage,
  'server-migrations': async () =>
    (await import('#src/pages/server-migrations/migrations-page.tsx')).MigrationsPage,
  'server-migration-new': async () =>
    (await import('#src/pages/copy-plans/new-copy-plan-page.tsx')).NewCopyPlanPage,
  'server-migration': async () =>
    (await import('#src/pages/copy-plans/copy-plan-page.tsx')).CopyPlanPage,
  'server-migration-runbook': async () =>
    (await import('#src/pages/copy-plans/runbook-page.tsx')).RunbookPage,
  'server-arrival': async () =>
    (await import('#src/pages/server-arrivals/arrival-page.tsx')).ServerArrivalPage,
  'server-load-exports': async () =>
    (await import('#src/pages/imports/load-exports-page.tsx')).LoadExportsPage,
  'server-load-export': async () =>
    (await import('#src/pages/imports/load-export-page.tsx')).LoadExportPage,
  'server-assessment': async () =>
    (await import('#src/pages/server-assessment/assessment-page.tsx')).AssessmentPage,
  'server-fixes': async () =>
    (await import('#src/pages/server-assessment/fixes-page.tsx')).FixesPage,
};

const loaded = new Map<PathName, ComponentType>();

/** Loads a screen's code, once. */
export async function loadScreen(name: PathName): Promise<ComponentType> {
  const screen = loaded.get(name) ?? (await screens[name]());
  loaded.set(name, screen);
  return screen;
}

/** The screen if its code is here already: then it can be drawn at once. */
export function loadedScreen(name: PathName): ComponentType | undefined {
  return loaded.get(name);
}
