import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SideNavigation } from './side-navigation.tsx';

type DirectoryNavigationProps = {
  readonly organizationId: string;
  /** A single group is looked at: its address is that of its site, its place is the Directory. */
  readonly isAtGroup?: boolean;
};

/** Users and groups of an organization where they are managed centrally (S1). */
export function DirectoryNavigation({
  organizationId,
  isAtGroup = false,
}: DirectoryNavigationProps) {
  return (
    <SideNavigation
      label={labels.directory}
      sections={[
        {
          heading: labels.userManagement,
          links: [
            {
              label: labels.users,
              to: pathTo('directory-users', { organizationId }),
              icon: 'person',
              hasChildren: true,
            },
            {
              label: labels.groups,
              to: pathTo('directory-groups', { organizationId }),
              icon: 'people',
              isCurrent: isAtGroup,
            },
            {
              label: 'Account types',
              to: pathTo('account-types', { organizationId }),
              icon: 'info',
              isExtra: true,
            },
          ],
        },
      ]}
    />
  );
}
