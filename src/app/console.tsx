import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { BrowserRouter, useRoutes } from 'react-router-dom';
import { routes } from './routes.tsx';

function Routed() {
  return useRoutes(routes);
}

/** The routed screens over a cache of their own. */
export function Console({ createCache }: { readonly createCache: () => QueryClient }) {
  const [queryClient] = useState(createCache);
  return (
    <QueryClientProvider client={queryClient}>
      <BrowserRouter basename={import.meta.env.BASE_URL}>
        <Routed />
      </BrowserRouter>
    </QueryClientProvider>
  );
}
