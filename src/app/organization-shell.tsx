import { Outlet, useParams } from 'react-router-dom';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { useCurrentSection } from './current-section.ts';
import { Frame } from './frame.tsx';
import { SideNavigation, type SideSection } from './side-navigation.tsx';

function directory(organizationId: string): SideSection {
  return {
    heading: labels.userManagement,
    links: [
      { label: labels.users, to: pathTo('directory-users', { organizationId }), icon: 'person' },
      { label: labels.groups, to: pathTo('directory-groups', { organizationId }), icon: 'people' },
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
    ],
  };
}

/** The screens of an organization, with the side navigation of its directory and settings. */
export function OrganizationShell() {
  const { organizationId = '' } = useParams();
  const { name } = useCurrentSection();
  const side =
    name === 'directory' ? (
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
