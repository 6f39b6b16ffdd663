/* What surrounds every screen: skip link, top bar, flags, and the simulator's own bar. */
import { lazy, useEffect, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation } from 'react-router-dom';
import { useRunningJobs } from '#src/client/jobs.ts';
import { workspaceQueries } from '#src/client/workspace.ts';
import { useWorkspaceNote } from '#src/client/workspace-note.ts';
import { FlagProvider } from '#src/ui/flags.tsx';
import { SimulatedNowProvider } from '#src/ui/instant.tsx';
import { LatePart } from '#src/ui/late-part.tsx';
import { useCurrentPlace } from './current-place.ts';
import { EndedWork } from './ended-work.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { MemoryWarning } from './memory-warning.tsx';
import { SimulatorBar } from './simulator/simulator-bar.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useScrollPosition } from './use-scroll-position.ts';

/** Needed rarely: not part of the first screen. */
const WorkspaceLost = lazy(async () => ({
  default: (await import('./workspace-lost.tsx')).WorkspaceLost,
}));
const StorageWatch = lazy(async () => ({
  default: (await import('./storage-watch.tsx')).StorageWatch,
}));
const AskedScenario = lazy(async () => ({
  default: (await import('./asked-scenario.tsx')).AskedScenario,
}));

/** The console around a screen. */
export function Shell() {
  // Mounted once for the whole console: it makes lists read again what finished work has changed.
  const running = useRunningJobs();
  const { data: workspace } = useQuery(workspaceQueries.get());
  const { organization } = useCurrentPlace();
  const { pathname } = useLocation();
  const { loss, note, accept } = useWorkspaceNote(workspace);
  const hasChanged = useHasChanged();
  useScrollPosition();

  return (
    <SimulatedNowProvider now={workspace?.clock.now ?? null}>
      <FlagProvider>
        <a className={styles['skip']} href="#main">
          Skip to main content
        </a>
        <div className={styles['shell']}>
          <TopBar organization={organization} persona={workspace?.persona} />
          {workspace?.storage === 'memory' && <MemoryWarning />}
          {workspace?.storage === 'durable' && (hasChanged || workspace.isStorageFull) && (
            <LatePart>
              <StorageWatch />
            </LatePart>
          )}
          {workspace?.askedScenario && (
            <LatePart>
              <AskedScenario workspace={workspace} name={workspace.askedScenario} />
            </LatePart>
          )}
          <FaultBoundary pathname={pathname}>
            {workspace && loss && note ? (
              <LatePart>
                <WorkspaceLost loss={loss} workspace={workspace} note={note} accept={accept} />
              </LatePart>
            ) : (
              <Outlet />
            )}
          </FaultBoundary>
        </div>
        <EndedWork running={running} organization={organization} now={workspace?.clock.now} />
        <SimulatorBar />
      </FlagProvider>
    </SimulatedNowProvider>
  );
}

/** Whether anything was changed from here: before, nothing needs to be watched over. */
function useHasChanged(): boolean {
  const cache = useQueryClient().getMutationCache();
  const [hasChanged, setHasChanged] = useState(false);
  useEffect(() => cache.subscribe(({ type }) => type === 'added' && setHasChanged(true)), [cache]);
  return hasChanged;
}
