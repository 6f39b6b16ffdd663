import type { Duplicate, Site } from '#src/contract/wire.ts';
import { pathTo } from '#src/ui/paths.ts';

/** The portal-only account's own screen. */
export function portalOnlyPath({ id: siteId }: Site, { customerId }: Duplicate): string {
  return pathTo('portal-customer', { siteId, customerId });
}

/** The user's own screen, wherever this organization has it (S1). */
export function atlassianPath(
  { id: siteId, organization }: Site,
  { accountId }: Duplicate,
): string {
  return organization.experience === 'centralized'
    ? pathTo('directory-user', { organizationId: organization.id, accountId })
    : pathTo('site-user', { siteId, accountId });
}
