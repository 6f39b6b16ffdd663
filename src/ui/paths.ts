/* Every address of the console: the only place where a path is written. */

/** Route patterns by name. `:name` is a path parameter. */
export const routePatterns = {
  organizations: '/',
  mailbox: '/simulator/mailbox',
  organization: '/o/:organizationId',
  directory: '/o/:organizationId/directory',
  'directory-users': '/o/:organizationId/directory/users',
  'directory-user': '/o/:organizationId/directory/users/:accountId',
  'directory-groups': '/o/:organizationId/directory/groups',
  'account-types': '/o/:organizationId/account-types',
  products: '/o/:organizationId/products',
  settings: '/o/:organizationId/settings',
  'audit-log': '/o/:organizationId/audit-log',
  'data-management': '/o/:organizationId/settings/data-management',
  'copy-plans': '/o/:organizationId/settings/data-management/copy-product-data',
  'copy-plan-new': '/o/:organizationId/settings/data-management/copy-product-data/new',
  'copy-plan': '/o/:organizationId/settings/data-management/copy-product-data/:planId',
  'copy-plan-runbook':
    '/o/:organizationId/settings/data-management/copy-product-data/:planId/runbook',
  site: '/s/:siteId',
  'site-users': '/s/:siteId/users',
  'site-user': '/s/:siteId/users/:accountId',
  'site-groups': '/s/:siteId/groups',
  group: '/s/:siteId/groups/:groupId',
  'portal-customers': '/s/:siteId/portal-customers',
  'bulk-steps': '/s/:siteId/bulk',
  'bulk-step': '/s/:siteId/bulk/:jobId',
  'portal-customer': '/s/:siteId/portal-customers/:customerId',
  'customer-access': '/s/:siteId/customer-access',
  'service-projects': '/s/:siteId/service-projects',
  'project-customers': '/s/:siteId/service-projects/:projectId/customers',
  duplicates: '/s/:siteId/duplicates',
  'help-center': '/s/:siteId/help-center',
  'imported-groups': '/s/:siteId/imported-groups',
  'imported-group': '/s/:siteId/imported-groups/:groupId',
  'load-exports': '/s/:siteId/load-exports',
  'load-export': '/s/:siteId/load-exports/:importId',
  server: '/servers/:serverId',
  'server-users': '/servers/:serverId/users',
  'server-migrations': '/servers/:serverId/migrations',
  'server-migration-new': '/servers/:serverId/migrations/new',
  'server-migration': '/servers/:serverId/migrations/:planId',
  'server-migration-runbook': '/servers/:serverId/migrations/:planId/runbook',
  'server-arrival': '/servers/:serverId/migrations/:planId/arrival',
  'server-assessment': '/servers/:serverId/assess',
  'server-fixes': '/servers/:serverId/assess/fix',
  'server-load-exports': '/servers/:serverId/load-exports',
  'server-load-export': '/servers/:serverId/load-exports/:importId',
} as const;

export type PathName = keyof typeof routePatterns;

/** Query parameters that links between areas carry. */
export const searchKeys = {
  /** The open row of the portal customers list. */
  customer: 'customer',
  /** The open row of a copy plan's customers: an account on the source. */
  person: 'person',
  /** The open tab of a record with tabs. */
  tab: 'tab',
  /** The address whose help center is looked at. */
  email: 'email',
  /** The address that the simulated mailbox is narrowed to. */
  address: 'to',
  /** The text in a list's search field. */
  search: 'search',
  /** The scenario to open the app with. */
  scenario: 'scenario',
} as const;

type ParamNames<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamNames<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

/** The path parameters that a route asks for. */
export type PathParams<Name extends PathName> = Readonly<
  Record<ParamNames<(typeof routePatterns)[Name]>, string>
>;

type Search = Readonly<Partial<Record<string, string>>>;

/**
 * The address of a screen, for `to=` and `navigate`: `pathTo('portal-customers', { siteId })`.
 * Parameters are escaped; query parameters that are undefined or empty are left out.
 */
export function pathTo<Name extends PathName>(
  name: Name,
  ...[params, search]: [keyof PathParams<Name>] extends [never]
    ? [params?: Readonly<Record<never, string>>, search?: Search]
    : [params: PathParams<Name>, search?: Search]
): string {
  const values: Readonly<Record<string, string | undefined>> = params ?? {};
  const path = routePatterns[name].replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(values[key] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search ?? {})) if (value) query.set(key, value);
  return query.size === 0 ? path : `${path}?${query}`;
}
