import { Navigate, useSearchParams } from 'react-router-dom';
import { labels } from '#src/ui/labels.ts';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { SiteScreen } from './site-screen.tsx';
import { UserList } from './user-list.tsx';

/** Users of a site with the original user management; elsewhere they are in the organization's directory. */
export function SiteUsersPage() {
  const [params] = useSearchParams();
  return (
    <SiteScreen
      title={labels.users}
      description="People with an Atlassian account and access to this site."
    >
      {({ id, organization }) =>
        organization.experience === 'centralized' ? (
          <Navigate
            replace
            to={pathTo(
              'directory-users',
              { organizationId: organization.id },
              { site: id, search: params.get(searchKeys.search) ?? undefined },
            )}
          />
        ) : (
          <UserList organizationId={organization.id} siteId={id} />
        )
      }
    </SiteScreen>
  );
}
