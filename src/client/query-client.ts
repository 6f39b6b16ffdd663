/* The cache of answers, and what a change makes stale in it. */
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiError } from './http.ts';

/** First element of every query key: what a change invalidates. */
export type Area =
  | 'workspace'
  | 'directory'
  | 'portal-customers'
  | 'imported-groups'
  | 'copy-plans'
  | 'imports'
  | 'jobs';

/** A cache for one mounted console. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The backend lives in this browser: being offline is no reason to wait.
      queries: {
        networkMode: 'always',
        retry: (failures, error) => !(error instanceof ApiError) && failures < 1,
        retryDelay: 200,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Marks everything of these areas stale and reads again what is on screen. */
export async function invalidate(client: QueryClient, areas: readonly Area[]): Promise<void> {
  await Promise.all(
    areas.map((area) => client.invalidateQueries({ queryKey: [area] satisfies QueryKey })),
  );
}
