/* The cache of answers, and what a change makes stale in it. */
import { defaultScheduler, notifyManager, QueryClient, type QueryKey } from '@tanstack/react-query';
import { ApiError } from './http.ts';

/** First element of every query key: what a change invalidates. */
export type Area =
  | 'workspace'
  | 'directory'
  | 'portal-customers'
  | 'imported-groups'
  | 'copy-plans'
  | 'imports'
  | 'help-center'
  | 'duplicates'
  | 'customer-access'
  | 'service-projects'
  | 'messages'
  | 'audit-log'
  | 'server-arrivals'
  | 'server-assessment'
  | 'servers'
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

/**
 * What a person can see, which addresses are doubled and what newcomers get follows from everything
 * else; and every change leaves its trail.
 */
const DERIVED: readonly Area[] = [
  'help-center',
  'duplicates',
  'customer-access',
  'service-projects',
  'server-arrivals',
  'server-assessment',
  'servers',
  'messages',
  'audit-log',
];

/** Marks everything of these areas stale and reads again what is on screen. */
export async function invalidate(client: QueryClient, areas: readonly Area[]): Promise<void> {
  await Promise.all(
    [...new Set([...areas, ...DERIVED])].map((area) =>
      client.invalidateQueries({ queryKey: [area] satisfies QueryKey }),
    ),
  );
}

/** Answers come in groups; half a frame is enough for those of one screen to arrive. */
const GROUP_MS = 8;

/**
 * Draws what arrives together at the start in one go: each drawing costs more than waiting. Ends
 * when everything that was asked is answered; later, a step and its effect are drawn as they come.
 */
export function drawFirstAnswersTogether(client: QueryClient): void {
  let due: (() => void)[] = [];
  notifyManager.setScheduler((notify) => {
    if (due.push(notify) > 1) return;
    setTimeout(() => {
      const together = due;
      due = [];
      if (client.isFetching() === 0) notifyManager.setScheduler(defaultScheduler);
      for (const each of together) each();
    }, GROUP_MS);
  });
}
