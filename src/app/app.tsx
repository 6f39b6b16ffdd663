/* The console as one component: what the backend's state allows it to show. */
/* oxlint-disable import/no-unassigned-import -- a stylesheet has no value to assign */
import '#src/ui/theme/tokens.css';
import '#src/ui/theme/base.css';
/* oxlint-enable import/no-unassigned-import */
import type { QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { BackendStatus } from '#src/client/backend-status.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { applyColorMode } from './color-mode.ts';
import { Console } from './console.tsx';

const OpenElsewhere = lazy(async () => ({
  default: (await import('./open-elsewhere.tsx')).OpenElsewhere,
}));
const BackendFailed = lazy(async () => ({
  default: (await import('./backend-failed.tsx')).BackendFailed,
}));

type AppProps = {
  readonly backend: BackendStatus;
  /** Makes the cache of answers, each time that the workspace is gained. */
  readonly createCache?: () => QueryClient;
};

/** The console over a backend. */
export function App({ backend, createCache = createQueryClient }: AppProps) {
  useState(applyColorMode);
  const state = useSyncExternalStore(backend.subscribe, backend.get);
  switch (state.phase) {
    // Requests wait by themselves until the backend is ready: the screen need not.
    case 'starting':
    case 'ready':
      return <Console createCache={createCache} />;
    case 'elsewhere':
    case 'taken':
      return (
        <Suspense>
          <OpenElsewhere state={state} takeOver={() => backend.takeOver()} />
        </Suspense>
      );
    case 'failed':
      return (
        <Suspense>
          <BackendFailed backend={backend} reason={state.reason} detail={state.detail} />
        </Suspense>
      );
  }
}
