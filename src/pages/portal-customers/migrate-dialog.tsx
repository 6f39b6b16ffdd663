/* "Migrate to Atlassian account": what it would do to this customer, then the step itself (S1). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { helpCenterQueries } from '#src/client/help-center.ts';
import { portalCustomerQueries, useMigrateCustomer } from '#src/client/portal-customers.ts';
import type { Job, PortalCustomerDetail } from '#src/contract/wire.ts';
import { BeforeAfter } from '#src/ui/before-after.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { customerFacts } from './customer-change-facts.ts';
import { CustomerDialogBody } from './customer-dialog-body.tsx';
import type { CustomerDialogProps } from './customer-dialogs.tsx';
import { whyNotMigrate } from './customer-states.tsx';
import { MigrationConsequences } from './migration-consequences.tsx';

/** Reads the customer afresh, so that the consequences are those of now. */
export function MigrateDialog({ siteId, customerId, onClose }: CustomerDialogProps) {
  const { data, error, refetch } = useQuery(portalCustomerQueries.get(siteId, customerId));
  const [confirmed, setConfirmed] = useState<PortalCustomerDetail | null>(null);
  const migrate = useMigrateCustomer();
  const flags = useFlags();
  // Once it has begun the customer is migrating: what was agreed to stays until the dialog closes.
  const hasBegun = migrate.isPending || migrate.isSuccess;
  const customer = hasBegun && confirmed ? confirmed : data;
  const stale = useStaleStep(migrate.error, data, customerFacts);
  const reason = customer && whyNotMigrate(customer);
  const step = { step: 'migrate', customerId } as const;
  const isHeld = hasBegun || !customer?.consequences;
  const comparison = useQuery(helpCenterQueries.compare(siteId, step, { isHeld }));

  function confirm(agreed: PortalCustomerDetail) {
    setConfirmed(agreed);
    stale.asked(agreed);
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
      width="large"
      isBusy={hasBegun}
      isConfirmDisabled={!customer || reason !== undefined}
      error={migrate.error}
      refusal={stale.refusal}
      onConfirm={() => customer && confirm(customer)}
      onClose={onClose}
    >
      <CustomerDialogBody customer={customer} error={error} retry={refetch} reason={reason}>
        {(shown) =>
          shown.consequences && (
            <>
              <MigrationConsequences customer={shown} consequences={shown.consequences} />
              <BeforeAfter query={comparison} />
            </>
          )
        }
      </CustomerDialogBody>
    </ConfirmDialog>
  );
}

function startOf(name: string, job: Job) {
  return {
    tone: 'info',
    title: `Migrating ${name}`,
    description: `Done in ${formatDuration(job.remainingMs)}. You can go on working.`,
  } as const;
}
