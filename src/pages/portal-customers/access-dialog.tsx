/* "Revoke access" and "Grant access": what the step changes for this customer, then the step itself. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portalCustomerQueries, useChangeAccess } from '#src/client/portal-customers.ts';
import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CustomerStateLozenge } from './customer-states.tsx';

type AccessChange = NonNullable<PortalCustomerDetail['accessChange']>;

type AccessDialogProps = {
  readonly siteId: string;
  readonly customerId: string;
  readonly onClose: () => void;
};

const WORDS = {
  revoke: {
    label: labels.revokeAccess,
    done: (name: string) => `${name} can no longer use the help center`,
    effect:
      'The help center closes to this customer. Requests and customer organizations stay as they are, and access can be granted again.',
  },
  grant: {
    label: labels.grantAccess,
    done: (name: string) => `${name} can use the help center again`,
    effect: 'The help center opens to this customer again, with everything that was there before.',
  },
} as const;

/** Reads the customer afresh; what was agreed to stays until the dialog closes. */
export function AccessDialog({ siteId, customerId, onClose }: AccessDialogProps) {
  const { data, error, refetch } = useQuery(portalCustomerQueries.get(siteId, customerId));
  const [agreed, setAgreed] = useState<PortalCustomerDetail | null>(null);
  const customer = agreed ?? data;
  const event = customer?.accessChange?.event ?? 'revoke';
  const change = useChangeAccess(event);
  const flags = useFlags();

  function confirm(shown: PortalCustomerDetail) {
    setAgreed(shown);
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
      isBusy={change.isPending || change.isSuccess}
      isConfirmDisabled={!customer?.accessChange}
      error={change.error}
      onConfirm={() => customer && confirm(customer)}
      onClose={onClose}
    >
      {customer && <Body customer={customer} change={customer.accessChange} />}
      {!customer && error && <ProblemMessage error={error} retry={refetch} />}
      {!customer && !error && <SkeletonLines count={5} />}
    </ConfirmDialog>
  );
}

type BodyProps = {
  readonly customer: PortalCustomerDetail;
  readonly change: AccessChange | null;
};

function Body({ customer, change }: BodyProps) {
  return (
    <Stack gap="200">
      <Person
        name={customer.name}
        email={customer.email}
        suffix={<CustomerStateLozenge state={customer.state} />}
      />
      {!change && (
        <SectionMessage tone="warning" title="Access cannot change now">
          The customer is being migrated or was migrated meanwhile.
        </SectionMessage>
      )}
      {change && (
        <>
          <p>{WORDS[change.event].effect}</p>
          <DefinitionList
            items={[
              {
                term: 'Requests to open',
                value: `${count(change.before)} now, ${count(change.after)} afterwards`,
              },
            ]}
          />
          {change.before === change.after && change.after > 0 && (
            <p>Nothing changes for them: they log in with their Atlassian account.</p>
          )}
        </>
      )}
    </Stack>
  );
}
