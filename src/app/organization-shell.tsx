import { Outlet, useParams } from 'react-router-dom';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { useCurrentPlace } from './current-place.ts';
import { useCurrentSection } from './current-section.ts';
import { DirectoryNavigation } from './directory-navigation.tsx';
import { Frame } from './frame.tsx';
import { SideNavigation, type SideSection } from './side-navigation.tsx';

function settings(organizationId: string): SideSection {
  return {
    heading: labels.settings,
    links: [
      {
        label: labels.dataManagement,
        to: pathTo('data-management', { organizationId }),
        icon: 'copy',
        hasChildren: true,
      },
      { label: labels.auditLog, to: pathTo('audit-log', { organizationId }), icon: 'clock' },
    ],
  };
}

/** The screens of an organization, with the side navigation of its directory and settings. */
export function OrganizationShell() {
  const { organizationId = '' } = useParams();
  const { name } = useCurrentSection();
  const { organization } = useCurrentPlace();
  const side =
    name === 'directory' && organization?.experience === 'centralized' ? (
      <DirectoryNavigation organizationId={organizationId} />
    ) : name === 'settings' ? (
      <SideNavigation label={labels.settings} sections={[settings(organizationId)]} />
    ) : null;
  return (
    <Frame side={side}>
      <Outlet />
    </Frame>
  );
}
