/* The remedies of a conflict before a copy, and the rows of a check as a file. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ParamsOf } from '#src/contract/api.ts';
import { download, send } from './http.ts';
import { invalidate, type Area } from './query-client.ts';

/** Customer organizations stand on customers too, and decide what the help center shows. */
const TOUCHED: readonly Area[] = ['copy-plans', 'portal-customers'];

type Target = ParamsOf<'customer-organizations.remove'> & {
  /** The version that the screen showed. */
  readonly version: number;
};

/** Gives a customer organization another name. */
export function useRenameCustomerOrganization() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, version, ...params }: Target & BodyOf<'customer-organizations.rename'>) =>
      send('customer-organizations.rename', { params, body: { name }, ifMatch: version }),
    onSettled: () => invalidate(client, TOUCHED),
  });
}

/** Removes a customer organization; its members and requests stay. */
export function useRemoveCustomerOrganization() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, ...params }: Target) =>
      send('customer-organizations.remove', { params, ifMatch: version }),
    onSettled: () => invalidate(client, TOUCHED),
  });
}

/** Download CSV: every row of a check. */
export function downloadCheck(planId: string, check: string, fingerprint: string) {
  return download('copy-plans.check-file', { params: { planId, check }, query: { fingerprint } });
}
