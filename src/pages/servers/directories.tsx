import { useState } from 'react';
import type { Server, ServerDirectory } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Card } from '#src/ui/layout.tsx';
import { Toggle } from '#src/ui/toggle.tsx';
import { DirectoryDialog } from './directory-dialog.tsx';
import { PEOPLE } from './people-words.ts';
import styles from './servers.module.css';

/** The user directories in the order in which the server asks them, each with its switch. */
export function Directories({ server }: { readonly server: Server }) {
  const [switching, setSwitching] = useState<ServerDirectory | null>(null);
  const present = server.directories.find(({ id }) => id === switching?.id);
  return (
    <Card title="User directories">
      <ul className={styles['directories']}>
        {server.directories.map((directory) => (
          <li key={directory.id} className={styles['directory']}>
            <Toggle
              label={directory.name}
              isOn={directory.active}
              onChange={() => setSwitching(directory)}
            />
            <span className={styles['facts']}>
              {directory.active ? labels.active : labels.inactive},{' '}
              {countOf(directory.people, PEOPLE)}
            </span>
          </li>
        ))}
      </ul>
      {switching && (
        <DirectoryDialog
          serverId={server.id}
          directory={present ?? switching}
          becomesActive={!switching.active}
          onClose={() => setSwitching(null)}
        />
      )}
    </Card>
  );
}
