import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import type { Organization } from '#src/contract/wire.ts';
import { Icon } from '#src/ui/icon.tsx';
import { MenuButton } from '#src/ui/menu-button.tsx';
import { pathTo } from '#src/ui/paths.ts';
import styles from './organization-switcher.module.css';

/** The organization one is in, and the way to another. */
export function OrganizationSwitcher({ current }: { readonly current: Organization }) {
  const { data } = useQuery(directoryQueries.organizations());
  const organizations = data?.items ?? [current];
  return (
    <MenuButton
      label={`Organization: ${current.name}`}
      placement="bottom start"
      className={styles['button']}
      sections={[
        {
          id: 'organizations',
          heading: 'Your organizations',
          items: organizations.map((organization) => ({
            id: organization.id,
            label: organization.name,
            to: pathTo('organization', { organizationId: organization.id }),
            isCurrent: organization.id === current.id,
          })),
        },
        {
          id: 'all',
          items: [{ id: 'all', label: 'View all organizations', to: pathTo('organizations') }],
        },
      ]}
    >
      <span className={styles['name']}>{current.name}</span>
      <Icon name="chevron-down" />
    </MenuButton>
  );
}
