import { Navigate } from 'react-router-dom';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { ManagedPerSite } from './managed-per-site.tsx';
import { OrganizationScreen } from './organization-screen.tsx';

/** S1, "Which user management experience do you have?": what the Directory holds tells. */
export function DirectoryPage() {
  return (
    <OrganizationScreen title={labels.directory}>
      {(organization) =>
        organization.experience === 'centralized' ? (
          <Navigate replace to={pathTo('directory-users', { organizationId: organization.id })} />
        ) : (
          <ManagedPerSite organization={organization} what="Users and groups" />
        )
      }
    </OrganizationScreen>
  );
}
