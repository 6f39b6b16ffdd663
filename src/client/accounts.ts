/* Atlassian accounts of an organization, one by one. */
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { BodyOf, ParamsOf, QueryOf } from '#src/contract/api.ts';
import { send } from './http.ts';
import { invalidate, type Area } from './query-client.ts';

/** Everything that shows who may use what. */
const TOUCHED: readonly Area[] = [
  'directory',
  'portal-customers',
  'imported-groups',
  'copy-plans',
  'workspace',
];

export const accountQueries = {
  /** One account with its standing on every site of the organization. */
  get: (organizationId: string, accountId: string) =>
    queryOptions({
      queryKey: ['directory', 'account', organizationId, accountId],
      queryFn: ({ signal }) =>
        send('accounts.get', { params: { organizationId, accountId }, signal }),
    }),
  /** What inviting an address would do; asks nothing while there is no address. */
  invitation: (organizationId: string, query: QueryOf<'accounts.invitation'>) =>
    queryOptions({
      queryKey: ['directory', 'invitation', organizationId, query],
      queryFn: ({ signal }) =>
        send('accounts.invitation', { params: { organizationId }, query, signal }),
      placeholderData: keepPreviousData,
      enabled: query.email !== '',
      retry: false,
    }),
};

type Versioned = {
  /** The version that the screen showed. */
  readonly version: number;
};

/** *Suspend access*, or *Restore access*: both levels, with roles and groups kept. */
export function useChangeAccountAccess(event: 'suspend' | 'restore') {
  const name = `accounts.${event}` as const;
  return useAccountStep(({ version, ...params }: ParamsOf<typeof name> & Versioned) =>
    send(name, { params, ifMatch: version }),
  );
}

/** *Remove user* from the organization. */
export function useRemoveAccount() {
  return useAccountStep(({ version, ...params }: ParamsOf<'accounts.remove'> & Versioned) =>
    send('accounts.remove', { params, ifMatch: version }),
  );
}

/** *Has access on site*. */
export function useSetSiteAccess() {
  return useAccountStep(
    ({
      version,
      hasAccess,
      ...params
    }: ParamsOf<'accounts.set-site-access'> & BodyOf<'accounts.set-site-access'> & Versioned) =>
      send('accounts.set-site-access', { params, body: { hasAccess }, ifMatch: version }),
  );
}

/** The product role on one site. */
export function useSetRole() {
  return useAccountStep(
    ({
      version,
      role,
      ...params
    }: ParamsOf<'accounts.set-role'> & BodyOf<'accounts.set-role'> & Versioned) =>
      send('accounts.set-role', { params, body: { role }, ifMatch: version }),
  );
}

/** *Invite users* to a product. */
export function useInvite() {
  return useAccountStep(
    ({ organizationId, ...body }: ParamsOf<'accounts.invite'> & BodyOf<'accounts.invite'>) =>
      send('accounts.invite', { params: { organizationId }, body }),
  );
}

/** A change of an account: afterwards everything that shows standing is read again. */
function useAccountStep<Input, Result>(step: (input: Input) => Promise<Result>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: step, onSettled: () => invalidate(client, TOUCHED) });
}
