import type { AccountDetail } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card } from '#src/ui/layout.tsx';
import { accountStateLabel } from './account-lozenges.tsx';

/** What the account is, apart from its sites. */
export function UserFacts({ account }: { readonly account: AccountDetail }) {
  return (
    <Card title={labels.atlassianAccount}>
      <DefinitionList
        columns={2}
        items={[
          {
            term: 'E-mail',
            value: account.emailVerified ? account.email : `${account.email} (not verified yet)`,
          },
          { term: 'Status in the organization', value: accountStateLabel(account.directoryStatus) },
          {
            term: 'Managed',
            value: account.isManaged
              ? 'Yes: the organization has claimed the domain'
              : 'No: the account belongs to the person',
          },
          { term: 'Last active', value: <Instant at={account.lastSeenAt} format="relative" /> },
          { term: 'Created', value: <Instant at={account.createdAt} format="date" /> },
          { term: 'Account ID', value: <code>{account.id}</code> },
        ]}
      />
    </Card>
  );
}
