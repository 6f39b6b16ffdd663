import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import type { Fact } from '#src/ui/conflict-fields.ts';
import { formatInstant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { customerStateLabel } from './customer-states.tsx';

/** What somebody else can change of a customer, in words; for comparing then and now. */
export function customerFacts(customer: PortalCustomerDetail): readonly Fact[] {
  const { name, state, customerOrganizations, passwordSetAt } = customer;
  return [
    { label: 'Full name', value: name },
    { label: labels.status, value: customerStateLabel(state) },
    { label: 'Customer organizations', value: customerOrganizations.join(', ') },
    {
      label: 'Password set by an admin',
      value: passwordSetAt === null ? 'Never' : formatInstant(passwordSetAt, 'date-time'),
    },
  ];
}
