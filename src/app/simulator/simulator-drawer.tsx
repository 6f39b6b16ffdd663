import { type ReactNode, useRef } from 'react';
import type { Workspace } from '#src/contract/wire.ts';
import { LoadExports } from './load-exports.tsx';
import { Mailbox } from './mailbox.tsx';
import { ScenarioControl } from './scenario-control.tsx';
import styles from './simulator-drawer.module.css';
import { StrictMode } from './strict-mode.tsx';
import { StorageState } from './storage-state.tsx';
import { useDrawerHeight } from './use-drawer-height.ts';
import { WorkspaceFile } from './workspace-file.tsx';

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles['group']}>
      <h2 className={styles['title']}>{title}</h2>
      {children}
    </div>
  );
}

/** What is seldom needed: scenario, one's own data, the workspace as a file. */
export function SimulatorDrawer({ workspace }: { readonly workspace: Workspace }) {
  const drawer = useRef<HTMLDivElement>(null);
  useDrawerHeight(drawer);
  return (
    <div ref={drawer} className={styles['drawer']}>
      <Group title="Scenario">
        <ScenarioControl workspace={workspace} />
      </Group>
      <Group title="Your exports">
        <LoadExports />
      </Group>
      <Group title="Mailbox">
        <Mailbox />
      </Group>
      <Group title="Workspace file">
        <WorkspaceFile />
      </Group>
      <Group title="Real product only">
        <StrictMode strict={workspace.strict} />
      </Group>
      <Group title="Storage">
        <StorageState storage={workspace.storage} />
      </Group>
    </div>
  );
}
