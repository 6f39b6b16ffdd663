import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { GroupList } from './group-list.tsx';
import { ManagedPerSite } from './managed-per-site.tsx';
import { OrganizationScreen } from './organization-screen.tsx';

/** Directory > Groups of an organization with centralized user management. */
export function OrganizationGroupsPage() {
  return (
    <OrganizationScreen
      title={labels.groups}
      description="Groups give their members a role. Each belongs to one site."
    >
      {(organization) => {
        if (organization.experience === 'original') {
          return <ManagedPerSite organization={organization} what="Groups" />;
        }
        const [first, ...others] = organization.sites;
        if (!first) return <EmptyState image="people" title="No groups: there is no site yet" />;
        return <GroupList sites={[first, ...others]} experience={organization.experience} />;
      }}
    </OrganizationScreen>
  );
}
