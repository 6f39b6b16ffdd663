import type { ReactNode } from 'react';
import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, VisuallyHidden } from '#src/ui/layout.tsx';
import { AccountAfter } from './account-after.tsx';
import styles from './migration-comparison.module.css';
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
  return (
    <table className={styles['table']}>
      <caption>
        <VisuallyHidden>Before and after the migration</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col" className={styles['heading']}>
            <VisuallyHidden>Of the customer</VisuallyHidden>
          </th>
          <th scope="col" className={styles['now']}>
            Now
          </th>
          <th scope="col">After migrating</th>
        </tr>
      </thead>
      <tbody>
        <Row
          heading="Account"
          now={isDuplicate ? 'Portal-only, and an Atlassian account beside it' : 'Portal-only'}
          after={willFail ? 'Portal-only' : <AccountAfter customer={customer} account={account} />}
        />
        {!willFail && (
          <>
            <Row heading="Role" now={ROLES[role.before]} after={ROLES[role.after]} />
            <Row
              heading="Customers group"
              now={group.isMember ? 'A member' : 'Not a member'}
              after={<GroupAfter group={group} />}
            />
          </>
        )}
      </tbody>
    </table>
  );
}

type RowProps = { readonly heading: string; readonly now: ReactNode; readonly after: ReactNode };

function Row({ heading, now, after }: RowProps) {
  return (
    <tr>
      <th scope="row">{heading}</th>
      <td>{now}</td>
      <td>{after}</td>
    </tr>
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
