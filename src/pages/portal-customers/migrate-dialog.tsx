/* "Migrate to Atlassian account": what it would do to this customer, then the step itself (S1). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portalCustomerQueries, useMigrateCustomer } from '#src/client/portal-customers.ts';
import type { Job, PortalCustomerDetail } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CustomerStateLozenge, whyNotMigrate } from './customer-states.tsx';
import { MigrationConsequences } from './migration-consequences.tsx';

type MigrateDialogProps = {
  readonly siteId: string;
  readonly customerId: string;
  readonly onClose: () => void;
};

/** Reads the customer afresh, so that the consequences are those of now. */
export function MigrateDialog({ siteId, customerId, onClose }: MigrateDialogProps) {
  const { data, error, refetch } = useQuery(portalCustomerQueries.get(siteId, customerId));
  const [confirmed, setConfirmed] = useState<PortalCustomerDetail | null>(null);
  const migrate = useMigrateCustomer();
  const flags = useFlags();
  // Once it has begun the customer is migrating: what was agreed to stays until the dialog closes.
  const hasBegun = migrate.isPending || migrate.isSuccess;
  const customer = hasBegun && confirmed ? confirmed : data;

  function confirm(agreed: PortalCustomerDetail) {
    setConfirmed(agreed);
    migrate.mutate(
      { siteId, customerId, version: agreed.version },
      {
        onSuccess(job) {
          flags.show(startOf(agreed.name || agreed.email, job));
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.migrateToAtlassianAccount}
      confirmLabel={labels.migrate}
      isBusy={hasBegun}
      isConfirmDisabled={!customer || whyNotMigrate(customer) !== undefined}
      error={migrate.error}
      onConfirm={() => customer && confirm(customer)}
      onClose={onClose}
    >
      {customer && <Body customer={customer} />}
      {!customer && error && <ProblemMessage error={error} retry={refetch} />}
      {!customer && !error && <SkeletonLines count={8} />}
    </ConfirmDialog>
  );
}

function Body({ customer }: { readonly customer: PortalCustomerDetail }) {
  const reason = whyNotMigrate(customer);
  return (
    <Stack gap="200">
      <Person
        name={customer.name}
        email={customer.email}
        suffix={<CustomerStateLozenge state={customer.state} />}
      />
      {reason && (
        <SectionMessage tone="warning" title="This customer cannot be migrated now">
          {reason}.
        </SectionMessage>
      )}
      {customer.consequences && (
        <MigrationConsequences customer={customer} consequences={customer.consequences} />
      )}
    </Stack>
  );
}

function startOf(name: string, job: Job) {
  return {
    tone: 'info',
    title: `Migrating ${name}`,
    description: `Done in ${formatDuration(job.remainingMs)}. You can go on working.`,
  } as const;
}
