/* Directory > Users > Show details, where users are managed centrally (S1). */
import { useQuery } from '@tanstack/react-query';
import { Navigate, useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { SiteStandingCard } from './site-standing-card.tsx';
import { UserScreen } from './user-screen.tsx';

/** One user of an organization, with its standing on every site. */
export function OrganizationUserPage() {
  const { organizationId = '', accountId = '' } = useParams();
  const { data, error, refetch } = useQuery(directoryQueries.organization(organizationId));
  const [firstSite] = data?.sites ?? [];
  if (data?.experience === 'original' && firstSite) {
    return <Navigate replace to={pathTo('site-user', { siteId: firstSite.id, accountId })} />;
  }
  return (
    <UserScreen
      place={data ? { organizationId, siteId: null } : null}
      accountId={accountId}
      error={error}
      retry={refetch}
      crumbs={
        data
          ? [
              { label: data.name, to: pathTo('organization', { organizationId }) },
              { label: labels.users, to: pathTo('directory-users', { organizationId }) },
            ]
          : []
      }
    >
      {(account, place) => (
        <Stack gap="200">
          <SectionHeading>{labels.productAccess}</SectionHeading>
          {account.sites.map((standing) => (
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
