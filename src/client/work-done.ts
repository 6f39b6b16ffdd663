/* What changes, whoever changes it: for those who watch the console's work as a whole. */
import type { Mutation, QueryClient } from '@tanstack/react-query';
import { ApiError } from './http.ts';
import { workspaceQueries } from './workspace.ts';

/** Calls back after every change that was made; the answer ends it. `isWork`: something worth keeping. */
export function onWork(
  client: QueryClient,
  listener: (change: { readonly isWork: boolean }) => void,
): () => void {
  const cache = client.getMutationCache();
  // The watch begins with the first change, which may be made by then.
  if (cache.getAll().some(isWorkDone)) listener({ isWork: true });
  return cache.subscribe((event) => {
    if (event.type !== 'updated') return;
    const { action, mutation } = event;
    if (action.type === 'success') listener({ isWork: isWorkOf(mutation) });
    // That storage is full shows in the settings.
    if (
      action.type === 'error' &&
      action.error instanceof ApiError &&
      action.error.code === 'storage.full'
    ) {
      void client.invalidateQueries({ queryKey: workspaceQueries.get().queryKey });
    }
  });
}

function isWorkDone(mutation: Mutation): boolean {
  return mutation.state.status === 'success' && isWorkOf(mutation);
}

function isWorkOf({ meta }: Pick<Mutation, 'meta'>): boolean {
  return meta?.['isSetting'] !== true;
}
