/* Loading one's own exports into a site or a server: looked at first, then written in one transaction. */
import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { BodyOf, ParamsOf, QueryOf } from '#src/contract/api.ts';
import type { ImportSession } from '#src/contract/wire.ts';
import { download, send } from './http.ts';
import { invalidate } from './query-client.ts';

/** Wall milliseconds between two looks at how far long work is. */
const POLL_MS = 200;

/** The same while nothing is known to be under way. */
const IDLE_POLL_MS = 2_000;

/** Work whose progress is shown where it was begun. */
const SHOWN_WORK = ['imports', 'shown-work'];

export const importQueries = {
  /** The files of an import and what writing them would do. */
  get: (importId: string) =>
    queryOptions({
      queryKey: ['imports', 'get', importId],
      queryFn: ({ signal }) => send('imports.get', { params: { importId }, signal }),
    }),
  /** Rows with their outcome and findings. */
  rows: (importId: string, query: QueryOf<'imports.rows'> = {}) =>
    queryOptions({
      queryKey: ['imports', 'rows', importId, query],
      queryFn: ({ signal }) => send('imports.rows', { params: { importId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** How far reading, checking or writing is; asked again and again. */
  progress: (importId: string) =>
    queryOptions({
      queryKey: ['imports', 'progress', importId],
      queryFn: ({ signal }) => send('imports.progress', { params: { importId }, signal }),
      refetchInterval: POLL_MS,
      gcTime: 0,
    }),
};

type FileOfImport = { readonly importId: string; readonly number: number };

/** Begins to load files into a site or a server. */
export function useCreateImport() {
  return useMutation({
    mutationFn: ({ kind, id }: { readonly kind: 'site' | 'server'; readonly id: string }) =>
      kind === 'server'
        ? send('imports.create-for-server', { params: { serverId: id } })
        : send('imports.create', { params: { siteId: id } }),
    onSuccess: useShowSession(),
  });
}

/**
 * Forgets an import that was not written. What is cached of it stays until the screen that shows
 * it is left: taking it away at once would make that screen ask again for what is gone. It is no
 * longer fresh, though: who comes back to its address at once asks again and reads that it is gone.
 */
export function useDiscardImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ importId }: ParamsOf<'imports.discard'>) =>
      send('imports.discard', { params: { importId } }),
    onSuccess: (_, { importId }) =>
      client.invalidateQueries({
        queryKey: importQueries.get(importId).queryKey,
        refetchType: 'none',
      }),
  });
}

/** Adds a file as it stands on disk. */
export function useAddImportFile() {
  return useMutation({
    mutationKey: SHOWN_WORK,
    mutationFn: ({ importId, file }: { readonly importId: string; readonly file: File }) =>
      send('imports.add-file', { params: { importId }, query: { name: file.name }, bytes: file }),
    onSuccess: useShowSession(),
  });
}

/** Takes a file out again. */
export function useRemoveImportFile() {
  return useMutation({
    mutationFn: (params: FileOfImport) => send('imports.remove-file', { params }),
    onSuccess: useShowSession(),
  });
}

/** Says what the columns of an unrecognised file mean. */
export function useMapImportFile() {
  return useMutation({
    mutationFn: ({ importId, number, ...body }: FileOfImport & BodyOf<'imports.map-file'>) =>
      send('imports.map-file', { params: { importId, number }, body }),
    onSuccess: useShowSession(),
  });
}

/** Writes every row that is not refused. */
export function useWriteImport() {
  const client = useQueryClient();
  return useMutation({
    mutationKey: SHOWN_WORK,
    mutationFn: ({ importId, version }: { readonly importId: string; readonly version: number }) =>
      send('imports.write', { params: { importId }, ifMatch: version }),
    onSettled: () =>
      invalidate(client, ['imports', 'directory', 'portal-customers', 'copy-plans', 'workspace']),
  });
}

/** Calls off what is under way with the files of an import; whoever waits for it is refused. */
export function useCancelImport() {
  return useMutation({
    mutationFn: ({ importId }: ParamsOf<'imports.cancel'>) =>
      send('imports.cancel', { params: { importId } }),
  });
}

/**
 * Whether something is under way with an import that was not begun on this screen: in another tab,
 * or before this screen was left and opened again. Its outcome is read when it is over.
 */
export function useRunsElsewhere(importId: string): boolean {
  const client = useQueryClient();
  const { data } = useQuery({
    ...importQueries.progress(importId),
    refetchInterval: ({ state }) => (state.data?.running ? POLL_MS : IDLE_POLL_MS),
  });
  // Looked at when progress is heard of: an own work that ends is drawn anew by its own mutation.
  const isOwn = client.isMutating({ mutationKey: SHOWN_WORK }) > 0;
  const runsElsewhere = !isOwn && data?.running !== undefined;
  useEffect(() => {
    if (!runsElsewhere) return undefined;
    return () => void invalidate(client, ['imports', 'directory', 'portal-customers', 'workspace']);
  }, [client, runsElsewhere]);
  return runsElsewhere;
}

/** Refused rows of one file, to correct and drop again. */
export function downloadRefusedRows({ importId, number }: FileOfImport) {
  return download('imports.refused-file', { params: { importId }, query: { file: number } });
}

/** A changed session is shown at once; only its rows have to be read again. */
function useShowSession() {
  const client = useQueryClient();
  return async (session: ImportSession) => {
    client.setQueryData(importQueries.get(session.id).queryKey, session);
    await client.invalidateQueries({ queryKey: ['imports', 'rows', session.id] });
  };
}
