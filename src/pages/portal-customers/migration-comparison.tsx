import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { ComparedTable } from '#src/ui/compared-table.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint } from '#src/ui/layout.tsx';
import { AccountAfter } from './account-after.tsx';
import type { Consequences } from './request-words.ts';

type MigrationComparisonProps = {
  readonly customer: PortalCustomerDetail;
  readonly consequences: Consequences;
};

const ROLES: Readonly<Record<Consequences['role']['before'], string>> = {
  agent: labels.agentRole,
  customer: labels.customerRole,
  none: 'None',
};

/** The accounts now and afterwards, side by side; what the person sees stands beside it. */
export function MigrationComparison({ customer, consequences }: MigrationComparisonProps) {
  const { account, group, role, willFail } = consequences;
  const isDuplicate = account.exists && account.onThisSite;
  const roles = {
    heading: 'Role',
    now: ROLES[role.before],
    afterwards: ROLES[role.after],
  };
  const customersGroup = {
    heading: 'Customers group',
    now: group.isMember ? 'A member' : 'Not a member',
    afterwards: <GroupAfter group={group} />,
  };
  return (
    <ComparedTable
      caption="Before and after the migration"
      of="Of the customer"
      now="Now"
      afterwards="After migrating"
      rows={[
        {
          heading: 'Account',
          now: isDuplicate ? 'Portal-only, and an Atlassian account beside it' : 'Portal-only',
          afterwards: willFail ? (
            'Portal-only'
          ) : (
            <AccountAfter customer={customer} account={account} />
          ),
        },
        ...(willFail ? [] : [roles, customersGroup]),
      ]}
    />
  );
}

function GroupAfter({ group }: Pick<Consequences, 'group'>) {
  return (
    <>
      {group.name}
      <Hint>
        {group.isNew && 'Created by this step. '}
        {group.isMember ? 'A member already.' : 'Gives no product access by default.'}
      </Hint>
    </>
  );
}
