/* Which organization and site the address is in: the top bar stands above the routes that know. */
import { useQuery } from '@tanstack/react-query';
import { useMatch } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Organization, Site } from '#src/contract/wire.ts';
import { routePatterns } from '#src/ui/paths.ts';

export type CurrentPlace = {
  readonly organization: Organization | undefined;
  readonly site: Site | undefined;
};

/** The organization and site of the address, as far as they are loaded. */
export function useCurrentPlace(): CurrentPlace {
  const siteId = useMatch(`${routePatterns.site}/*`)?.params.siteId;
  const inOrganization = useMatch(`${routePatterns.organization}/*`)?.params.organizationId;
  const { data: site } = useQuery({
    ...directoryQueries.site(siteId ?? ''),
    enabled: siteId !== undefined,
  });
  const organizationId = inOrganization ?? site?.organization.id;
  const { data: organization } = useQuery({
    ...directoryQueries.organization(organizationId ?? ''),
    enabled: organizationId !== undefined,
  });
  return {
    organization: organizationId === undefined ? undefined : organization,
    site: siteId === undefined ? undefined : site,
  };
}
