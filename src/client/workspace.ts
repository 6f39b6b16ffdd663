/* The simulator's own controls. A change of persona, clock or scenario touches every screen. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf } from '#src/contract/api.ts';
import type { Workspace } from '#src/contract/wire.ts';
import { download, send } from './http.ts';

/** Marks a change of the simulator's own settings, which nobody would miss. */
const SETTING = { isSetting: true } as const;

export const workspaceQueries = {
  /** Settings of the simulator. */
  get: () =>
    queryOptions({
      queryKey: ['workspace', 'get'],
      queryFn: ({ signal }) => send('workspace.get', { signal }),
    }),
  /** The API as an OpenAPI document. */
  openApi: () =>
    queryOptions({
      queryKey: ['workspace', 'openapi'],
      queryFn: ({ signal }) => send('openapi.get', { signal }),
      staleTime: Infinity,
    }),
};

/** Replaces everything by a fresh scenario. Records of before no longer exist afterwards. */
export function useResetWorkspace() {
  const replaced = useReplaced();
  return useMutation({
    mutationFn: (scenario: string) => send('workspace.reset', { body: { scenario } }),
    onSuccess: replaced,
  });
}

/** Changes the speed of simulated time, or jumps to the next event. */
export function useSetClock() {
  const changed = useChanged();
  return useMutation({
    meta: SETTING,
    mutationFn: (body: BodyOf<'workspace.set-clock'>) => send('workspace.set-clock', { body }),
    onSuccess: changed,
  });
}

/** Chooses whom the simulator lets you be. */
export function useSetPersona() {
  const replaced = useReplaced();
  return useMutation({
    meta: SETTING,
    mutationFn: (persona: Workspace['persona']) =>
      send('workspace.set-persona', { body: { persona } }),
    // What one persona has seen, another may not see.
    onSuccess: replaced,
  });
}

/** Strict mode leaves only what the real product does. */
export function useSetStrict() {
  const changed = useChanged();
  return useMutation({
    meta: SETTING,
    mutationFn: (strict: boolean) => send('workspace.set-strict', { body: { strict } }),
    onSuccess: changed,
  });
}

/** Replaces everything by a workspace file. */
export function useImportWorkspaceFile() {
  const replaced = useReplaced();
  return useMutation({
    mutationFn: (file: Blob) => send('workspace.import-file', { bytes: file }),
    onSuccess: replaced,
  });
}

/** The whole workspace as one file. */
export function downloadWorkspaceFile() {
  return download('workspace.export-file');
}

function useChanged() {
  const client = useQueryClient();
  return async (workspace: Workspace) => {
    client.setQueryData(workspaceQueries.get().queryKey, workspace);
    await client.invalidateQueries();
  };
}

/** After a replacement nothing cached is true any more, so nothing of it may flash up. */
function useReplaced() {
  const client = useQueryClient();
  return async (workspace: Workspace) => {
    client.setQueryData(workspaceQueries.get().queryKey, workspace);
    await client.resetQueries({ predicate: (query) => query.queryKey[0] !== 'workspace' });
  };
}
