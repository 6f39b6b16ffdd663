/* Every address of the console: the only place where a path is written. */

/** Route patterns by name. `:name` is a path parameter. */
export const routePatterns = {
  organizations: '/',
  organization: '/o/:organizationId',
  'directory-users': '/o/:organizationId/directory/users',
  'directory-groups': '/o/:organizationId/directory/groups',
  products: '/o/:organizationId/products',
  settings: '/o/:organizationId/settings',
  'data-management': '/o/:organizationId/settings/data-management',
  'copy-plans': '/o/:organizationId/settings/data-management/copy-product-data',
  'copy-plan-new': '/o/:organizationId/settings/data-management/copy-product-data/new',
  'copy-plan': '/o/:organizationId/settings/data-management/copy-product-data/:planId',
  site: '/s/:siteId',
  'site-users': '/s/:siteId/users',
  'site-groups': '/s/:siteId/groups',
  'portal-customers': '/s/:siteId/portal-customers',
  'imported-groups': '/s/:siteId/imported-groups',
  'imported-group': '/s/:siteId/imported-groups/:groupId',
  'load-exports': '/s/:siteId/load-exports',
  'load-export': '/s/:siteId/load-exports/:importId',
} as const;

export type PathName = keyof typeof routePatterns;

/** Query parameters that links between areas carry. */
export const searchKeys = {
  /** The open row of the portal customers list. */
  customer: 'customer',
  /** The open tab of a record with tabs. */
  tab: 'tab',
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
