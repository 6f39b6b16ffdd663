import { Navigate } from 'react-router-dom';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { GroupList } from './group-list.tsx';
import { SiteScreen } from './site-screen.tsx';

/** Groups of a site with the original user management; elsewhere they are in the organization's directory. */
export function SiteGroupsPage() {
  return (
    <SiteScreen title={labels.groups} description="Groups give their members a role on this site.">
      {(site) =>
        site.organization.experience === 'centralized' ? (
          <Navigate
            replace
            to={pathTo(
              'directory-groups',
              { organizationId: site.organization.id },
              { site: site.id },
            )}
          />
        ) : (
          <GroupList sites={[site]} experience={site.organization.experience} />
        )
      }
    </SiteScreen>
  );
}
