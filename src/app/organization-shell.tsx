import { Outlet, useParams } from 'react-router-dom';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { useCurrentPlace } from './current-place.ts';
import { useCurrentSection } from './current-section.ts';
import { Frame } from './frame.tsx';
import { SideNavigation, type SideSection } from './side-navigation.tsx';

function directory(organizationId: string): SideSection {
  return {
    heading: labels.userManagement,
    links: [
      {
        label: labels.users,
        to: pathTo('directory-users', { organizationId }),
        icon: 'person',
        hasChildren: true,
      },
      { label: labels.groups, to: pathTo('directory-groups', { organizationId }), icon: 'people' },
      {
        label: 'Choose an account type',
        to: pathTo('account-types', { organizationId }),
        icon: 'info',
      },
    ],
  };
}

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
      <SideNavigation label={labels.directory} sections={[directory(organizationId)]} />
    ) : name === 'settings' ? (
      <SideNavigation label={labels.settings} sections={[settings(organizationId)]} />
    ) : null;
  return (
    <Frame side={side}>
      <Outlet />
    </Frame>
  );
}
