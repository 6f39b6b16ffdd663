import type { Job, PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { InvitedNote } from './invited-note.tsx';

type CustomerProfileProps = {
  readonly site: Site;
  readonly customer: PortalCustomerDetail;
  readonly job: Job | undefined;
  readonly onMigrate: () => void;
};

/** The record itself, and what about it asks for a decision. */
export function CustomerProfile({ site, customer, job, onMigrate }: CustomerProfileProps) {
  return (
    <Stack gap="200">
      <InvitedNote site={site} customer={customer} onMigrate={onMigrate} />
      <Card title="Portal-only account">
        <CustomerFacts site={site} customer={customer} job={job} />
      </Card>
    </Stack>
  );
}
