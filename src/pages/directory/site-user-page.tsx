/* Products > Users > a user, where each site manages its own users (S1). */
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SiteStandingCard } from './site-standing-card.tsx';
import { UserScreen } from './user-screen.tsx';

/** One user of a site; elsewhere users are in the organization's directory. */
export function SiteUserPage() {
  const { siteId = '', accountId = '' } = useParams();
  const { data, error, refetch } = useQuery(directoryQueries.site(siteId));
  const organizationId = data?.organization.id ?? '';
  if (data?.organization.experience === 'centralized') {
    return <Navigate replace to={pathTo('directory-user', { organizationId, accountId })} />;
  }
  return (
    <UserScreen
      place={data ? { organizationId, siteId } : null}
      accountId={accountId}
      error={error}
      retry={refetch}
      crumbs={
        data
          ? [
              { label: data.organization.name, to: pathTo('organization', { organizationId }) },
              { label: data.name, to: pathTo('site', { siteId }) },
              { label: labels.users, to: pathTo('site-users', { siteId }) },
            ]
          : []
      }
    >
      {(account, place) => (
        <Stack gap="200">
          <SectionHeading>{labels.productAccess}</SectionHeading>
          {account.sites
            .filter((standing) => standing.siteId === siteId)
            .map((standing) => (
              <SiteStandingCard
                key={standing.siteId}
                account={account}
                standing={standing}
                place={place}
              />
            ))}
        </Stack>
      )}
    </UserScreen>
  );
}
