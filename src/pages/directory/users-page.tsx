import { labels } from '#src/ui/labels.ts';
import { ManagedPerSite } from './managed-per-site.tsx';
import { OrganizationScreen } from './organization-screen.tsx';
import { UserList } from './user-list.tsx';

/** Directory > Users of an organization with centralized user management. */
export function OrganizationUsersPage() {
  return (
    <OrganizationScreen
      title={labels.users}
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
