import { Link } from 'react-router-dom';
import type { Job, PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { CustomerOrganizations } from './customer-organizations.tsx';
import { CustomerStatus } from './customer-status.tsx';
import { failureText } from './failure-text.ts';
import { requestsOf } from './request-words.ts';
import { usersWith } from './users-with.ts';

type CustomerFactsProps = {
  readonly site: Site;
  readonly customer: PortalCustomerDetail;
  readonly job: Job | undefined;
};

/** A customer's record, with what became of its last migration. */
export function CustomerFacts({ site, customer, job }: CustomerFactsProps) {
  const { consequences, customerOrganizations, failure } = customer;
  return (
    <>
      {failure && (
        <SectionMessage tone="error" title="The last migration failed">
          {failureText(failure)}
        </SectionMessage>
      )}
      {customer.state === 'migrated' && (
        <SectionMessage
          title="Migrated to an Atlassian account"
          actions={<Link to={usersWith(site, customer.email)}>Show the user</Link>}
        >
          This portal-only account stays inactive. The customer logs in with the Atlassian account.
        </SectionMessage>
      )}
      <DefinitionList
        items={[
          { term: labels.status, value: <CustomerStatus customer={customer} job={job} /> },
          {
            term: labels.lastLogin,
            value: <Instant at={customer.lastLoginAt} format="date-time" />,
          },
          { term: 'Created', value: <Instant at={customer.createdAt} format="date-time" /> },
          {
            term: 'Password set by an admin',
            value: <Instant at={customer.passwordSetAt} format="date-time" />,
          },
          {
            term: 'Customer organizations',
            value:
              customerOrganizations.length > 0 ? (
                <CustomerOrganizations names={customerOrganizations} />
              ) : (
                'None'
              ),
          },
          ...(consequences ? [{ term: 'Requests', value: requestsOf(consequences) }] : []),
          { term: 'Account ID', value: <code>{customer.id}</code> },
        ]}
      />
    </>
  );
}
