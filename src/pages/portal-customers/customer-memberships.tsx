import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { RecordTable } from '#src/ui/record-table.tsx';

/** The customer organizations of the customer; a portal-only account is in no group (domain.md 1.1). */
export function CustomerMemberships({ customer }: { readonly customer: PortalCustomerDetail }) {
  const items = customer.customerOrganizations.map((name) => ({ name }));
  return (
    <Stack gap="150">
      <RecordTable
        caption={`Customer organizations of ${customer.name || customer.email}`}
        query={{ data: { items }, error: null, refetch: () => undefined }}
        columns={[
          {
            id: 'name',
            heading: 'Customer organization',
            isRowHeader: true,
            cell: ({ name }) => name,
          },
        ]}
        rowKey={({ name }) => name}
        empty={
          <EmptyState
            image="people"
            title="In no customer organization"
            description={
              customer.state === 'migrated'
                ? 'The memberships moved to the Atlassian account.'
                : 'Service projects share requests with all members of a customer organization.'
            }
          />
        }
      />
      {items.length > 0 && (
        <Hint>
          Requests that are shared with a customer organization are open to all of its members. The
          members are managed in the service projects.
        </Hint>
      )}
    </Stack>
  );
}
