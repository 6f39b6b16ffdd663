/* The cache of answers, and what a change makes stale in it. */
import { notifyManager, QueryClient, type QueryKey } from '@tanstack/react-query';
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
        // Screens are drawn in layers: what one has just asked, the next need not ask again. A
        // change makes it stale at once all the same.
        staleTime: 1_000,
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

/** Answers come in groups; half a frame is enough for those of one screen to arrive. */
const GROUP_MS = 8;

/** From now on answers that arrive together are drawn together: each drawing costs more than waiting. */
export function drawAnswersTogether(): void {
  let due: (() => void)[] = [];
  notifyManager.setScheduler((notify) => {
    if (due.push(notify) > 1) return;
    setTimeout(() => {
      const together = due;
      due = [];
      for (const each of together) each();
    }, GROUP_MS);
  });
}
