import { Navigate, useSearchParams } from 'react-router-dom';
import type { Site } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { InviteUsers } from './invite-users.tsx';
import { SiteScreen } from './site-screen.tsx';
import { UserList } from './user-list.tsx';

function invitation(site: Site) {
  const { organization, actions } = site;
  return (
    <InviteUsers organizationId={organization.id} sites={[site]} permission={actions.invite} />
  );
}

/** Users of a site with the original user management; elsewhere they are in the organization's directory. */
export function SiteUsersPage() {
  const [params] = useSearchParams();
  return (
    <SiteScreen
      title={labels.users}
      actions={invitation}
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
