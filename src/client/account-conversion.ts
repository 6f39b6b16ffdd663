/* Convert to portal-only account: what it would do, and doing it. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ParamsOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate } from './query-client.ts';

export const conversionQueries = {
  /**
   * What converting would do by the present data, or why it cannot be done. Held, it stays as it
   * was shown: afterwards the account is gone from the directory.
   */
  get: (
    siteId: string,
    accountId: string,
    { isHeld = false }: { readonly isHeld?: boolean } = {},
  ) =>
    queryOptions({
      queryKey: ['directory', 'conversion', siteId, accountId],
      queryFn: ({ signal }) =>
        send('accounts.conversion', { params: { siteId, accountId }, signal }),
      enabled: !isHeld,
    }),
};

/** *Convert*; resolves to the portal-only account that came of it. */
export function useConvertAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      version,
      ...params
    }: ParamsOf<'accounts.convert'> & {
      /** The version that the screen showed. */
      readonly version: number;
    }) => send('accounts.convert', { params, ifMatch: version }),
    onSettled: () =>
      invalidate(client, ['portal-customers', 'copy-plans', 'workspace', 'directory']),
  });
}
