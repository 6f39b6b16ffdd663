/* "Delete account": what is wiped, what stays under Former user, then the step itself. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { helpCenterQueries } from '#src/client/help-center.ts';
import { portalCustomerQueries, useDeleteCustomer } from '#src/client/portal-customers.ts';
import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { BeforeAfter } from '#src/ui/before-after.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { customerFacts } from './customer-change-facts.ts';
import { CustomerDialogBody } from './customer-dialog-body.tsx';
import type { CustomerDialogProps } from './customer-dialogs.tsx';
import { whyNotDelete } from './customer-states.tsx';
import { DeletionConsequences } from './deletion-consequences.tsx';

/** Reads the customer afresh; what was agreed to stays until the dialog closes. */
export function DeleteDialog({ siteId, customerId, onClose, onDeleted }: CustomerDialogProps) {
  const [agreed, setAgreed] = useState<PortalCustomerDetail | null>(null);
  const remove = useDeleteCustomer();
  const flags = useFlags();
  const isBusy = remove.isPending || remove.isSuccess;
  const query = useQuery({
    ...portalCustomerQueries.get(siteId, customerId),
    enabled: !remove.isSuccess,
  });
  const step = { step: 'delete', customerId } as const;
  const comparison = useQuery(helpCenterQueries.compare(siteId, step, { isHeld: isBusy }));
  const customer = agreed ?? query.data;
  const stale = useStaleStep(remove.error, query.data, customerFacts);
  const reason = customer && !isBusy ? whyNotDelete(customer) : undefined;

  function confirm(shown: PortalCustomerDetail) {
    setAgreed(shown);
    stale.asked(shown);
    remove.mutate(
      { siteId, customerId, version: shown.version },
      {
        onSuccess() {
          const title = `The account of ${shown.name || shown.email} is deleted`;
          flags.show({ tone: 'success', title });
          onClose();
          onDeleted?.(customerId);
        },
        // The fresh record shows why, and the next attempt is made for it.
        onError: () => setAgreed(null),
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.deleteAccount}
      confirmLabel={labels.delete}
      appearance="danger"
      isBusy={isBusy}
      isConfirmDisabled={!customer?.deletion || reason !== undefined}
      error={remove.error}
      refusal={stale.refusal}
      onConfirm={() => customer && confirm(customer)}
      onClose={onClose}
    >
      <CustomerDialogBody
        customer={customer}
        error={query.error}
        retry={query.refetch}
        reason={reason}
      >
        {(shown) =>
          shown.deletion && (
            <>
              <DeletionConsequences customer={shown} deletion={shown.deletion} />
              <BeforeAfter query={comparison} />
            </>
          )
        }
      </CustomerDialogBody>
    </ConfirmDialog>
  );
}
