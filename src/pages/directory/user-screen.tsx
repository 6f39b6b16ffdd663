/* The page of one user: the same in both experiences, around what each of them offers. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { accountQueries } from '#src/client/accounts.ts';
import type { AccountDetail } from '#src/contract/wire.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { AccountStateLozenge } from './account-lozenges.tsx';
import { NotYet } from './organization-screen.tsx';
import { UserActions } from './user-actions.tsx';
import type { UserPlace } from './user-address.ts';
import { UserFacts } from './user-facts.tsx';

type UserScreenProps = {
  /** Null while the organization is on its way. */
  readonly place: UserPlace | null;
  readonly accountId: string;
  readonly crumbs: readonly Crumb[];
  /** Why the organization or the site cannot be shown. */
  readonly error: unknown;
  readonly retry: () => unknown;
  readonly children: (account: AccountDetail, place: UserPlace) => ReactNode;
};

/** One user with its status, actions and facts; the caller adds the sites. */
export function UserScreen({ place, accountId, crumbs, error, retry, children }: UserScreenProps) {
  const query = useQuery({
    ...accountQueries.get(place?.organizationId ?? '', accountId),
    enabled: place !== null,
  });
  const account = query.data;
  const state = account && stateHere(account, place);
  return (
    <Page
      title={account ? account.name || account.email : 'User'}
      description={account?.email}
      mark={state && <AccountStateLozenge state={state} />}
      breadcrumbs={[{ label: labels.admin, to: pathTo('organizations') }, ...crumbs]}
      actions={account && place && <UserActions account={account} place={place} />}
    >
      {account && place ? (
        <Stack gap="300">
          <UserFacts account={account} />
          {children(account, place)}
        </Stack>
      ) : (
        <NotYet error={error ?? query.error} retry={error ? retry : query.refetch} />
      )}
    </Page>
  );
}

/** Per site where users are managed per site; otherwise as the directory has it. */
function stateHere(account: AccountDetail, place: UserPlace | null): AccountDetail['state'] {
  if (account.directoryStatus !== 'active' || !place?.siteId) return account.directoryStatus;
  const standing = account.sites.find(({ siteId }) => siteId === place.siteId);
  return standing?.access === 'active' ? 'active' : 'suspended';
}
