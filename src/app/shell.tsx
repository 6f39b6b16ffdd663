/* What surrounds every screen: skip link, top bar, flags, and the simulator's own bar. */
import { lazy, Suspense } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation } from 'react-router-dom';
import { useRunningJobs } from '#src/client/jobs.ts';
import { workspaceQueries } from '#src/client/workspace.ts';
import { FlagProvider } from '#src/ui/flags.tsx';
import { SimulatedNowProvider } from '#src/ui/instant.tsx';
import { useCurrentPlace } from './current-place.ts';
import { EndedWork } from './ended-work.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { MemoryWarning } from './memory-warning.tsx';
import { SimulatorBar } from './simulator/simulator-bar.tsx';
import styles from './shell.module.css';
import { TopBar } from './top-bar.tsx';
import { useScrollPosition } from './use-scroll-position.ts';

/** Needed rarely: not part of the first screen. */
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
          {workspace?.askedScenario && (
            <Suspense>
              <AskedScenario workspace={workspace} name={workspace.askedScenario} />
            </Suspense>
          )}
          <FaultBoundary pathname={pathname}>
            <Outlet />
          </FaultBoundary>
        </div>
        <EndedWork running={running} organization={organization} now={workspace?.clock.now} />
        <SimulatorBar />
      </FlagProvider>
    </SimulatedNowProvider>
  );
}
