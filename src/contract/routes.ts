/*
 * Every endpoint's name, method and path, without schemas: all that the page's bundle and the
 * MSW handlers need. Paths stand under BASE_PATH; `:name` is a path parameter.
 */

/** The one place under which the simulated backend answers. */
export const BASE_PATH = '/gateway/api';

/** Response header by which a client knows that the backend answered, and not a file server. */
export const MARKER_HEADER = 'x-drydock-backend';

/** Request header that names a download, so that it can be watched and cancelled. */
export const DOWNLOAD_HEADER = 'x-drydock-download';

export const routes = {
  'workspace.get': 'GET /workspace',
  'workspace.reset': 'POST /workspace/reset',
  'workspace.set-clock': 'PUT /workspace/clock',
  'workspace.set-persona': 'PUT /workspace/persona',
  'workspace.set-strict': 'PUT /workspace/strict',
  'workspace.export-file': 'GET /workspace/file',
  'workspace.import-file': 'PUT /workspace/file',

  'organizations.list': 'GET /organizations',
  'organizations.get': 'GET /organizations/:organizationId',
  'accounts.list': 'GET /organizations/:organizationId/accounts',
  'accounts.get': 'GET /organizations/:organizationId/accounts/:accountId',
  'accounts.invite': 'POST /organizations/:organizationId/invitations',
  'accounts.invitation': 'GET /organizations/:organizationId/invitation',
  'accounts.suspend': 'POST /organizations/:organizationId/accounts/:accountId/suspend',
  'accounts.restore': 'POST /organizations/:organizationId/accounts/:accountId/restore',
  'accounts.remove': 'DELETE /organizations/:organizationId/accounts/:accountId',
  'accounts.set-site-access':
    'PUT /organizations/:organizationId/accounts/:accountId/site-access/:siteId',
  'accounts.set-role': 'PUT /organizations/:organizationId/accounts/:accountId/roles/:siteId',
  'accounts.conversion': 'GET /sites/:siteId/accounts/:accountId/conversion',
  'accounts.convert': 'POST /sites/:siteId/accounts/:accountId/conversion',
  'sites.get': 'GET /sites/:siteId',
  'sites.service-projects': 'GET /sites/:siteId/service-projects',
  'groups.list': 'GET /sites/:siteId/groups',
  'groups.get': 'GET /sites/:siteId/groups/:groupId',
  'groups.members': 'GET /sites/:siteId/groups/:groupId/members',
  'groups.candidates': 'GET /sites/:siteId/groups/:groupId/candidates',
  'groups.add-member': 'PUT /sites/:siteId/groups/:groupId/members/:accountId',
  'groups.remove-member': 'DELETE /sites/:siteId/groups/:groupId/members/:accountId',
  'groups.set-default': 'PUT /sites/:siteId/groups/:groupId/default-role',

  'portal-customers.list': 'GET /sites/:siteId/portal-customers',
  'portal-customers.export-file': 'GET /sites/:siteId/portal-customers.csv',
  'portal-customers.bulk': 'POST /sites/:siteId/portal-customers/bulk',
  'portal-customers.bulk-forecast': 'POST /sites/:siteId/portal-customers/bulk-forecasts',
  'portal-customers.get': 'GET /sites/:siteId/portal-customers/:customerId',
  'portal-customers.requests': 'GET /sites/:siteId/portal-customers/:customerId/requests',
  'portal-customers.rename': 'PUT /sites/:siteId/portal-customers/:customerId/name',
  'portal-customers.set-password': 'PUT /sites/:siteId/portal-customers/:customerId/password',
  'portal-customers.delete': 'DELETE /sites/:siteId/portal-customers/:customerId',
  'portal-customers.migrate': 'POST /sites/:siteId/portal-customers/:customerId/migrate',
  'portal-customers.revoke': 'POST /sites/:siteId/portal-customers/:customerId/revoke-access',
  'portal-customers.grant': 'POST /sites/:siteId/portal-customers/:customerId/grant-access',

  'duplicates.list': 'GET /sites/:siteId/duplicates',

  'customer-access.get': 'GET /sites/:siteId/customer-access',
  'customer-access.update': 'PUT /sites/:siteId/customer-access',
  'customer-access.newcomer': 'GET /sites/:siteId/newcomer',
  'customers.invite': 'POST /sites/:siteId/customer-invitations',
  'customers.sign-up': 'POST /sites/:siteId/sign-ups',

  'service-projects.customers': 'GET /sites/:siteId/service-projects/:projectId/customers',
  'service-projects.add-customers': 'POST /sites/:siteId/service-projects/:projectId/customers',
  'service-projects.admission': 'POST /sites/:siteId/service-projects/:projectId/admissions',
  'service-projects.copied': 'GET /copy-plans/:planId/service-projects',

  'help-center.view': 'GET /sites/:siteId/help-center',
  'help-center.compare': 'POST /sites/:siteId/help-center/comparisons',

  'messages.list': 'GET /messages',
  'audit-log.list': 'GET /organizations/:organizationId/audit-log',
  'audit-log.export-file': 'GET /organizations/:organizationId/audit-log.csv',

  'imported-groups.list': 'GET /sites/:siteId/imported-groups',
  'imported-groups.get': 'GET /sites/:siteId/imported-groups/:groupId',
  'imported-groups.members': 'GET /sites/:siteId/imported-groups/:groupId/members',
  'imported-groups.approve': 'POST /sites/:siteId/imported-groups/:groupId/approve',
  'imported-groups.deny': 'POST /sites/:siteId/imported-groups/:groupId/deny',

  'copy-plans.options': 'GET /copy-options',
  'copy-plans.list': 'GET /copy-plans',
  'copy-plans.create': 'POST /copy-plans',
  'copy-plans.get': 'GET /copy-plans/:planId',
  'copy-plans.update': 'PUT /copy-plans/:planId',
  'copy-plans.delete': 'DELETE /copy-plans/:planId',
  'copy-plans.forecast': 'GET /copy-plans/:planId/forecast',
  'copy-plans.run': 'POST /copy-plans/:planId/run',
  'copy-plans.stop': 'POST /copy-plans/:planId/stop',
  'copy-plans.outcomes': 'GET /copy-plans/:planId/outcomes',
  'copy-plans.person': 'GET /copy-plans/:planId/people/:holderId',
  'copy-plans.left-out': 'GET /copy-plans/:planId/left-out',
  'copy-plans.attention': 'GET /copy-plans/:planId/attention',
  'copy-plans.attention-file': 'GET /copy-plans/:planId/requires-attention.csv',
  'copy-plans.reports-file': 'GET /copy-plans/:planId/reports.zip',
  'copy-plans.check-report': 'POST /copy-plans/:planId/report-check',
  'copy-plans.checks': 'GET /copy-plans/:planId/checks',
  'copy-plans.check-file': 'GET /copy-plans/:planId/checks/:check/rows.csv',
  'copy-plans.exclude-check': 'PUT /copy-plans/:planId/checks/:check/exclusion',
  'copy-plans.losses': 'GET /copy-plans/:planId/losses',
  'copy-plans.lost-requests': 'GET /copy-plans/:planId/losses/:position/requests',
  'copy-plans.losses-file': 'GET /copy-plans/:planId/losses.csv',
  'copy-plans.forecast-changes': 'GET /copy-plans/:planId/forecast-changes',

  'customer-organizations.rename':
    'PUT /sites/:siteId/customer-organizations/:customerOrganizationId/name',
  'customer-organizations.remove':
    'DELETE /sites/:siteId/customer-organizations/:customerOrganizationId',
  'copy-plans.compare-report': 'POST /copy-plans/:planId/report-comparison',

  'copy-plans.afterwards': 'POST /copy-plans/:planId/afterwards',
  'copy-plans.approve-groups': 'POST /copy-plans/:planId/group-approvals',
  'copy-plans.migrate-duplicates': 'POST /copy-plans/:planId/duplicate-migrations',
  'copy-plans.mailing-file': 'GET /copy-plans/:planId/mailing-list.csv',
  'copy-plans.runbook': 'GET /copy-plans/:planId/runbook',
  'copy-plans.runbook-file': 'GET /copy-plans/:planId/runbook.md',

  'servers.list': 'GET /servers',
  'servers.get': 'GET /servers/:serverId',
  'servers.people': 'GET /servers/:serverId/people',
  'servers.set-directory': 'PUT /servers/:serverId/directories/:directoryId',

  'server-plans.options': 'GET /servers/:serverId/migration-options',
  'server-plans.create': 'POST /servers/:serverId/migrations',
  'server-plans.update': 'PUT /servers/:serverId/migrations/:planId',

  'server-migrations.list': 'GET /servers/:serverId/migrations',
  'server-migrations.duplicate': 'POST /servers/:serverId/migrations/:planId/duplicate',
  'server-migrations.archive': 'POST /servers/:serverId/migrations/:planId/archive',
  'server-migrations.restore': 'POST /servers/:serverId/migrations/:planId/restore',

  'server-arrivals.get': 'GET /copy-plans/:planId/arrival',
  'server-arrivals.people': 'GET /copy-plans/:planId/arrival/people',
  'server-arrivals.file': 'GET /copy-plans/:planId/arrival/people.csv',

  'server-assessment.get': 'GET /servers/:serverId/assessment',
  'server-assessment.begin': 'POST /servers/:serverId/assessment',
  'server-assessment.people': 'GET /servers/:serverId/assessment/people',
  'server-assessment.forecast': 'GET /servers/:serverId/assessment/forecast',
  'server-assessment.choose': 'PUT /servers/:serverId/assessment/fixes',
  'server-assessment.download': 'GET /servers/:serverId/assessment/files/:file/rows.csv',
  'server-assessment.upload': 'PUT /servers/:serverId/assessment/files/:file',

  'server-tasks.list': 'GET /copy-plans/:planId/tasks',
  'server-tasks.create': 'POST /copy-plans/:planId/tasks',
  'server-tasks.status': 'GET /copy-plans/:planId/tasks/:taskId/status',

  'imports.create': 'POST /sites/:siteId/imports',
  'imports.create-for-server': 'POST /servers/:serverId/imports',
  'imports.get': 'GET /imports/:importId',
  'imports.discard': 'DELETE /imports/:importId',
  'imports.add-file': 'POST /imports/:importId/files',
  'imports.remove-file': 'DELETE /imports/:importId/files/:number',
  'imports.map-file': 'PUT /imports/:importId/files/:number/mapping',
  'imports.rows': 'GET /imports/:importId/rows',
  'imports.refused-file': 'GET /imports/:importId/refused.csv',
  'imports.write': 'POST /imports/:importId/write',
  'imports.progress': 'GET /imports/:importId/progress',
  'imports.cancel': 'POST /imports/:importId/cancel',

  'jobs.list': 'GET /jobs',
  'jobs.get': 'GET /jobs/:jobId',
  'jobs.items': 'GET /jobs/:jobId/items',
  'jobs.stop': 'POST /jobs/:jobId/stop',
  'jobs.resume': 'POST /jobs/:jobId/resume',
  'jobs.retry': 'POST /jobs/:jobId/retry',

  'downloads.get': 'GET /downloads/:downloadId',
  'downloads.cancel': 'DELETE /downloads/:downloadId',

  'openapi.get': 'GET /openapi.json',
} as const;

export type RouteName = keyof typeof routes;

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A route's method and its path with parameters still in it. */
export function routeOf(name: RouteName): { method: Method; path: string } {
  const [method, path] = routes[name].split(' ') as [Method, string];
  return { method, path };
}
