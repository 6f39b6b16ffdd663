import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';
import { formatDuration } from '#src/ui/instant.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { TitledList } from '#src/ui/titled-list.tsx';
import { MigrationComparison } from './migration-comparison.tsx';
import styles from './migration-consequences.module.css';
import { MigrationWarnings } from './migration-warnings.tsx';
import type { Consequences } from './request-words.ts';

type MigrationConsequencesProps = {
  readonly customer: PortalCustomerDetail;
  readonly consequences: Consequences;
};

const REQUESTS = { one: 'request', other: 'requests' };
const CUSTOMER_ORGANIZATIONS = { one: 'customer organization', other: 'customer organizations' };

/** What migrating this customer does, as the backend computed it for the present data. */
export function MigrationConsequences({ customer, consequences }: MigrationConsequencesProps) {
  return (
    <Stack gap="200">
      <MigrationWarnings consequences={consequences} />
      <MigrationComparison customer={customer} consequences={consequences} />
      {!consequences.willFail && (
        <div className={styles['parts']}>
          <TitledList title="Moves to the Atlassian account" items={moves(consequences)} />
          <TitledList title="The customer has to" items={duties(consequences)} />
        </div>
      )}
      <Hint>
        {`It takes up to 10 minutes, here ${formatDuration(consequences.durationMs)}. `}
        {!consequences.willFail &&
          'It cannot be undone: the portal-only account stays listed as Inactive.'}
      </Hint>
    </Stack>
  );
}

function moves(consequences: Consequences): readonly string[] {
  const { requestsMoved, requestsParticipatingMoved, customerOrganizationsMoved } = consequences;
  const memberships = customerOrganizationsMoved.length;
  return [
    `${countOf(requestsMoved, REQUESTS)} that the customer raised`,
    `${countOf(requestsParticipatingMoved, REQUESTS)} that the customer takes part in`,
    memberships === 0
      ? 'No membership in a customer organization'
      : `Membership in ${countOf(memberships, CUSTOMER_ORGANIZATIONS)}: ${listOf(customerOrganizationsMoved)}`,
  ];
}

function duties({ account, messageTo }: Consequences): readonly string[] {
  const logIn = account.isManaged
    ? 'log in with the organization’s single sign-on: it has claimed the domain of the address and manages the account; the portal-only log-in ends'
    : 'log in with the Atlassian account; the portal-only log-in ends';
  if (messageTo !== null) {
    return [`verify the e-mail address: a message goes to ${messageTo}`, logIn];
  }
  return account.emailVerified ? [logIn] : ['verify the e-mail address of the account', logIn];
}
