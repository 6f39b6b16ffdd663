import type { Site } from '#src/contract/wire.ts';
import { pathTo, searchKeys } from '#src/ui/paths.ts';

/** The address of the user list, wherever this organization has it (S1), narrowed to one e-mail address. */
export function usersWith({ id: siteId, organization }: Site, email: string): string {
  const search = { [searchKeys.search]: email };
  return organization.experience === 'centralized'
    ? pathTo('directory-users', { organizationId: organization.id }, search)
    : pathTo('site-users', { siteId }, search);
}
