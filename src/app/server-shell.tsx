/*
 * The screens of a Jira server's own administration: another product's place, with its own bar and
 * navigation. Loaded with the first of them.
 */
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router-dom';
import { serverQueries } from '#src/client/servers.ts';
import { Icon } from '#src/ui/icon.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { Frame } from './frame.tsx';
import styles from './server-shell.module.css';
import { SideNavigation, type SideSection } from './side-navigation.tsx';

const EDITIONS = { server: 'Jira Server', 'data-center': 'Jira Data Center' } as const;

/** A server's screens, with the bar that says where one is. */
export function ServerShell() {
  const { serverId = '' } = useParams();
  const { data: server } = useQuery(serverQueries.get(serverId));
  return (
    <>
      <section className={styles['bar']} aria-label="Jira server">
        <Icon name="settings" />
        <span className={styles['product']}>
          {server ? EDITIONS[server.edition] : 'Jira'} {labels.administration.toLowerCase()}
        </span>
        {server && <span className={styles['name']}>{server.name}</span>}
        <span className={styles['note']}>This is the server, not the cloud</span>
      </section>
      <Frame
        side={
          <SideNavigation
            label={labels.migrateToCloud}
            back={{ label: 'Organizations and servers', to: pathTo('organizations') }}
            sections={sections(serverId)}
          />
        }
      >
        <Outlet />
      </Frame>
    </>
  );
}

function sections(serverId: string): readonly SideSection[] {
  return [
    {
      heading: labels.migrateToCloud,
      links: [
        { label: labels.migrationAssistant, to: pathTo('server', { serverId }), icon: 'menu' },
        {
          label: labels.migrationsDashboard,
          to: pathTo('server-migrations', { serverId }),
          icon: 'copy',
          hasChildren: true,
        },
        {
          label: labels.assessAndPrepare,
          to: pathTo('server-assessment', { serverId }),
          icon: 'search',
          hasChildren: true,
        },
      ],
    },
    {
      heading: 'This server',
      links: [
        { label: labels.users, to: pathTo('server-users', { serverId }), icon: 'people' },
        {
          label: 'Load exports',
          to: pathTo('server-load-exports', { serverId }),
          icon: 'upload',
          hasChildren: true,
          isExtra: true,
        },
      ],
    },
  ];
}
