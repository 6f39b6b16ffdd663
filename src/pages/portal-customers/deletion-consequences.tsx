import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { labels } from '#src/ui/labels.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';

type DeletionConsequencesProps = {
  readonly customer: PortalCustomerDetail;
  readonly deletion: NonNullable<PortalCustomerDetail['deletion']>;
};

const REQUESTS = { one: 'request', other: 'requests' };

/** What deleting this customer does, as the backend computed it (domain.md 3.1, DELETE). */
export function DeletionConsequences({ customer, deletion }: DeletionConsequencesProps) {
  const { requestsKept, participationsEnded, membershipsEnded, accountStays } = deletion;
  return (
    <>
      <SectionMessage tone="warning" title="A deleted account cannot be restored">
        {`Name and log-in are wiped, and nobody finds ${customer.email} among the customers any more.`}
        {customer.state === 'active' &&
          ` To close the help center only, choose ${labels.revokeAccess} instead: it can be taken back.`}
      </SectionMessage>
      <DefinitionList
        items={[
          {
            term: 'Requests raised',
            value:
              requestsKept === 0
                ? 'None'
                : `${countOf(requestsKept, REQUESTS)}, kept under ${labels.formerUser}`,
          },
          {
            term: 'Participation',
            value:
              participationsEnded === 0
                ? 'None'
                : `Ends in ${countOf(participationsEnded, REQUESTS)}`,
          },
          {
            term: 'Customer organizations',
            value:
              membershipsEnded.length === 0 ? 'None' : `No longer in ${listOf(membershipsEnded)}`,
          },
        ]}
      />
      <p>
        {accountStays
          ? 'The customer is not told. The Atlassian account with this e-mail address stays as it is and does not get these requests.'
          : 'The customer is not told. Whoever raises a request from this address later starts with a new account and without these requests.'}
      </p>
    </>
  );
}
