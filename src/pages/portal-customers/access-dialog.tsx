/* "Revoke access" and "Grant access": what the step changes for this customer, then the step itself. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { helpCenterQueries } from '#src/client/help-center.ts';
import { portalCustomerQueries, useChangeAccess } from '#src/client/portal-customers.ts';
import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { BeforeAfter } from '#src/ui/before-after.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { customerFacts } from './customer-change-facts.ts';
import { CustomerDialogBody } from './customer-dialog-body.tsx';
import type { CustomerDialogProps } from './customer-dialogs.tsx';
import { whyNotAccess } from './customer-states.tsx';

const WORDS = {
  revoke: {
    label: labels.revokeAccess,
    already: 'Access is revoked already',
    done: (name: string) => `${name} can no longer use the help center`,
    effect:
      'The help center closes to this customer. Requests and customer organizations stay as they are, and access can be granted again.',
  },
  grant: {
    label: labels.grantAccess,
    already: 'The customer has access already',
    done: (name: string) => `${name} can use the help center again`,
    effect: 'The help center opens to this customer again, with everything that was there before.',
  },
} as const;

/** Reads the customer afresh; what was agreed to stays until the dialog closes. */
export function AccessDialog({ siteId, customerId, onClose }: CustomerDialogProps) {
  const query = useQuery(portalCustomerQueries.get(siteId, customerId));
  const [agreed, setAgreed] = useState<PortalCustomerDetail | null>(null);
  const customer = agreed ?? query.data;
  const present = customer?.accessChange?.event;
  // What the dialog was opened for: when others take the same step, it must not turn into its opposite.
  const [opened, setOpened] = useState<typeof present>(undefined);
  if (!opened && present && !query.isFetching) setOpened(present);
  const event = opened ?? present ?? 'revoke';
  const change = useChangeAccess(event);
  const flags = useFlags();
  const isBusy = change.isPending || change.isSuccess;
  const stale = useStaleStep(change.error, query.data, customerFacts);
  const reason =
    customer && !isBusy
      ? present && present !== event
        ? WORDS[event].already
        : whyNotAccess(customer)
      : undefined;
  const comparison = useQuery(
    helpCenterQueries.compare(
      siteId,
      { step: event, customerId },
      { isHeld: isBusy || present !== event },
    ),
  );

  function confirm(shown: PortalCustomerDetail) {
    setAgreed(shown);
    stale.asked(shown);
    change.mutate(
      { siteId, customerId, version: shown.version },
      {
        onSuccess() {
          flags.show({ tone: 'success', title: WORDS[event].done(shown.name || shown.email) });
          onClose();
        },
        // The fresh record shows why, and the next attempt is made for it.
        onError: () => setAgreed(null),
      },
    );
  }

  return (
    <ConfirmDialog
      title={WORDS[event].label}
      confirmLabel={WORDS[event].label}
      appearance={event === 'revoke' ? 'danger' : 'primary'}
      isBusy={isBusy}
      isConfirmDisabled={!customer?.accessChange || reason !== undefined}
      error={change.error}
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
          shown.accessChange?.event === event && (
            <>
              <p>{WORDS[event].effect} The customer is not told.</p>
              <BeforeAfter query={comparison} />
            </>
          )
        }
      </CustomerDialogBody>
    </ConfirmDialog>
  );
}
