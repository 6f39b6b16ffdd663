import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserRouter, useRoutes } from 'react-router-dom';
import type { BackendStatus } from '#src/client/backend-status.ts';
import { readChangesOf } from '#src/client/other-tabs.ts';
import { routes } from './routes.tsx';

function Routed() {
  return useRoutes(routes);
}

type ConsoleProps = {
  readonly createCache: () => QueryClient;
  readonly onChanged: BackendStatus['onChanged'];
};

/** The routed screens over a cache of their own, which follows what other tabs change. */
export function Console({ createCache, onChanged }: ConsoleProps) {
  const [queryClient] = useState(createCache);
  useEffect(() => readChangesOf(onChanged, queryClient), [onChanged, queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter basename={import.meta.env.BASE_URL}>
        <Routed />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
