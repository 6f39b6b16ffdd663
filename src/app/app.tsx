/* The console as one component: what the backend's state allows it to show. */
/* oxlint-disable import/no-unassigned-import -- a stylesheet has no value to assign */
import '#src/ui/theme/tokens.css';
import '#src/ui/theme/base.css';
/* oxlint-enable import/no-unassigned-import */
import type { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { BackendStatus } from '#src/client/backend-status.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { applyColorMode } from './color-mode.ts';
import { Console } from './console.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { MissingCodeNotice } from './missing-code-notice.tsx';

const OtherTabNotice = lazy(() =>
  import('./other-tab-notice.tsx')
    .then(({ OtherTabNotice: notice }) => ({ default: notice }))
    // Gone after a deploy: `MissingCodeNotice` says so, and what to do.
    .catch(() => ({ default: () => null })),
);
const BackendFailed = lazy(async () => ({
  default: (await import('./backend-failed.tsx')).BackendFailed,
}));

type AppProps = {
  readonly backend: BackendStatus;
  /** Makes the cache of answers, each time that the workspace is gained. */
  readonly createCache?: () => QueryClient;
};

/** The console over a backend. */
export function App(props: AppProps) {
  useState(applyColorMode);
  return (
    <>
      <MissingCodeNotice />
      <FaultBoundary>
        <Place {...props} />
      </FaultBoundary>
    </>
  );
}

function Place({ backend, createCache = createQueryClient }: AppProps) {
  const state = useSyncExternalStore(backend.subscribe, backend.get);
  /** Once there was something to see, it stays: somebody may have typed something. */
  const [hasBeenReady, setHasBeenReady] = useState(false);
  if (state.phase === 'ready' && !hasBeenReady) setHasBeenReady(true);
  if (state.phase === 'failed') {
    return (
      <Suspense>
        <BackendFailed backend={backend} reason={state.reason} detail={state.detail} />
      </Suspense>
    );
  }
  const isElsewhere = state.phase === 'elsewhere' || state.phase === 'other-version';
  // Requests wait by themselves until the backend is ready: the screen need not.
  return (
    <>
      {isElsewhere && (
        <LatePart>
          <OtherTabNotice
            state={state}
            isBeside={hasBeenReady}
            takeOver={() => backend.takeOver()}
          />
        </LatePart>
      )}
      {(hasBeenReady || !isElsewhere) && (
        <Console createCache={createCache} onChanged={backend.onChanged} />
      )}
    </>
  );
}
