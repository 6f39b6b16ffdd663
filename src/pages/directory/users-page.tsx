import type { Organization } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { ManagedPerSite } from './managed-per-site.tsx';
import { InviteUsers } from './invite-users.tsx';
import { OrganizationScreen } from './organization-screen.tsx';
import { UserList } from './user-list.tsx';

function invitation({ id, experience, sites, actions }: Organization) {
  // In the original experience each site invites its own users.
  if (experience === 'original') return null;
  return <InviteUsers organizationId={id} sites={sites} permission={actions.invite} />;
}

/** Directory > Users of an organization with centralized user management. */
export function OrganizationUsersPage() {
  return (
    <OrganizationScreen
      title={labels.users}
      actions={invitation}
      description="People with an Atlassian account. The role is the highest that a site gives them."
    >
      {(organization) =>
        organization.experience === 'original' ? (
          <ManagedPerSite organization={organization} what="Users" />
        ) : (
          <UserList organizationId={organization.id} sites={organization.sites} />
        )
      }
    </OrganizationScreen>
  );
}
