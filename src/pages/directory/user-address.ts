import { pathTo } from '#src/ui/paths.ts';

/** Where the user lists of an organization are: in its directory, or on a site of its own (S1). */
export type UserPlace = { readonly organizationId: string; readonly siteId: string | null };

/** The page of one user; bound to a site where the original experience keeps users per site. */
export function userAddress({ organizationId, siteId }: UserPlace, accountId: string): string {
  return siteId === null
    ? pathTo('directory-user', { organizationId, accountId })
    : pathTo('site-user', { siteId, accountId });
}

/** The list that a user stands in. */
export function userListAddress({ organizationId, siteId }: UserPlace): string {
  return siteId === null
    ? pathTo('directory-users', { organizationId })
    : pathTo('site-users', { siteId });
}
