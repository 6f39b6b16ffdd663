import type { PortalCustomerDetail, PortalCustomerRequest } from '#src/contract/wire.ts';
import { Instant } from '#src/ui/instant.tsx';
import { Hint } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import type { Column } from '#src/ui/record-table.tsx';

const RELATIONS: Readonly<Record<PortalCustomerRequest['relation'], string>> = {
  reporter: 'Raised it',
  participant: 'Takes part',
  'customer-organization': 'Shared with their customer organization',
};

/** Request, tie, status, date, and whether the person can open it. */
export function requestColumns(
  customer: PortalCustomerDetail,
): readonly Column<PortalCustomerRequest>[] {
  const whyNot = closedBecause(customer);
  return [
    {
      id: 'request',
      heading: 'Request',
      isRowHeader: true,
      cell: ({ key, summary }) => (
        <>
          {summary}
          <Hint>{key}</Hint>
        </>
      ),
    },
    {
      id: 'project',
      heading: 'Service project',
      width: '9rem',
      cell: ({ project }) => project.name,
    },
    {
      id: 'relation',
      heading: 'Relation',
      width: '10.5rem',
      cell: ({ relation }) => RELATIONS[relation],
    },
    {
      id: 'status',
      heading: 'Status',
      width: '7rem',
      cell: ({ status }) => (
        <Lozenge tone={status === 'open' ? 'inprogress' : 'success'}>
          {status === 'open' ? 'Open' : 'Resolved'}
        </Lozenge>
      ),
    },
    {
      id: 'created',
      heading: 'Created',
      width: '7.5rem',
      cell: ({ createdAt }) => <Instant at={createdAt} />,
    },
    {
      id: 'can-open',
      heading: 'Can open it',
      width: '10rem',
      cell: ({ canOpen }) =>
        canOpen ? (
          'Yes'
        ) : (
          <>
            No
            {whyNot && <Hint>{whyNot}</Hint>}
          </>
        ),
    },
  ];
}

/** Why nothing, or not this, opens: the person arrives with the Atlassian account if there is one (S0). */
function closedBecause({ state, invitedAs }: PortalCustomerDetail): string | undefined {
  if (invitedAs) {
    return invitedAs.state === 'active'
      ? 'Logs in with the Atlassian account'
      : `The Atlassian account is ${invitedAs.state}`;
  }
  if (state === 'revoked') return 'Access is revoked';
  return state === 'migrating' ? 'While being migrated' : undefined;
}
