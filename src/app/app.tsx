/* The console as one component: what the backend's state allows it to show. */
/* oxlint-disable import/no-unassigned-import -- a stylesheet has no value to assign */
import '#src/ui/theme/tokens.css';
import '#src/ui/theme/base.css';
/* oxlint-enable import/no-unassigned-import */
import { useState, useSyncExternalStore } from 'react';
import type { BackendStatus } from '#src/client/backend-status.ts';
import { BackendFailed } from './backend-failed.tsx';
import { applyColorMode } from './color-mode.ts';
import { Console } from './console.tsx';
import { OpenElsewhere } from './open-elsewhere.tsx';

/** The console over a backend. Each time the workspace is (re)gained it starts with an empty cache. */
export function App({ backend }: { readonly backend: BackendStatus }) {
  useState(applyColorMode);
  const state = useSyncExternalStore(backend.subscribe, backend.get);
  switch (state.phase) {
    // Requests wait by themselves until the backend is ready: the screen need not.
    case 'starting':
    case 'ready':
      return <Console />;
    case 'elsewhere':
    case 'taken':
      return <OpenElsewhere state={state} takeOver={() => backend.takeOver()} />;
    case 'failed':
      return <BackendFailed backend={backend} reason={state.reason} detail={state.detail} />;
  }
}
