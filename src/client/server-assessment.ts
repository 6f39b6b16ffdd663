/* Assessing the users of a server, and what becomes of those whose addresses are a problem. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ParamsOf, QueryOf } from '#src/contract/api.ts';
import { download, send } from './http.ts';
import { invalidate, type Area } from './query-client.ts';

type FixFile = ParamsOf<'server-assessment.download'>['file'];

/** Fixes decide who arrives, so what a migration would do follows from them. */
const TOUCHED: readonly Area[] = ['server-assessment', 'copy-plans', 'workspace'];

export const serverAssessmentQueries = {
  get: (serverId: string) =>
    queryOptions({
      queryKey: ['server-assessment', 'get', serverId],
      queryFn: ({ signal }) => send('server-assessment.get', { params: { serverId }, signal }),
    }),
  people: (serverId: string, query: QueryOf<'server-assessment.people'> = {}) =>
    queryOptions({
      queryKey: ['server-assessment', 'people', serverId, query],
      queryFn: ({ signal }) =>
        send('server-assessment.people', { params: { serverId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
  /** What fixes would come to that are not chosen yet. */
  forecast: (serverId: string, query: QueryOf<'server-assessment.forecast'>) =>
    queryOptions({
      queryKey: ['server-assessment', 'forecast', serverId, query],
      queryFn: ({ signal }) =>
        send('server-assessment.forecast', { params: { serverId }, query, signal }),
      placeholderData: keepPreviousData,
    }),
};

/** *Begin assessing*, or assess again. */
export function useAssess(serverId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => send('server-assessment.begin', { params: { serverId } }),
    onSettled: () => invalidate(client, TOUCHED),
  });
}

/** Chooses the fixes that were changed from this version of them. */
export function useChooseFixes(serverId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      version,
      ...body
    }: BodyOf<'server-assessment.choose'> & { readonly version: number }) =>
      send('server-assessment.choose', { params: { serverId }, body, ifMatch: version }),
    onSettled: () => invalidate(client, TOUCHED),
  });
}

/** Uploads an edited file, which thereby becomes the fix. */
export function useUploadFixFile(serverId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: {
      readonly file: FixFile;
      readonly bytes: Blob;
      readonly version: number;
    }) =>
      send('server-assessment.upload', {
        params: { serverId, file: input.file },
        bytes: input.bytes,
        ifMatch: input.version,
      }),
    onSettled: () => invalidate(client, TOUCHED),
  });
}

/** The CSV file of one problem, or of all users. */
export function downloadFixFile(serverId: string, file: FixFile) {
  return download('server-assessment.download', { params: { serverId, file } });
}
