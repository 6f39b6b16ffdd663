/* "Edit full name" (domain.md 3.1). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portalCustomerQueries, useRenameCustomer } from '#src/client/portal-customers.ts';
import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { changedBeside, isStale } from '#src/ui/conflict-fields.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { focusAtOnce } from '#src/ui/focus-at-once.ts';
import { labels } from '#src/ui/labels.ts';
import { SavingProblem } from '#src/ui/saving-problem.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { customerFacts } from './customer-change-facts.ts';
import { CustomerDialogBody } from './customer-dialog-body.tsx';
import type { CustomerDialogProps } from './customer-dialogs.tsx';
import { whyNotRename } from './customer-states.tsx';

type Draft = { readonly name: string; readonly base: PortalCustomerDetail };

/** Asks for the name that agents shall see. */
export function RenameDialog({ siteId, customerId, onClose }: CustomerDialogProps) {
  const {
    data: customer,
    error,
    refetch,
  } = useQuery(portalCustomerQueries.get(siteId, customerId));
  // From the first letter on the version stays that of the customer whom the typing began with.
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const rename = useRenameCustomer();
  const flags = useFlags();
  const isBusy = rename.isPending || rename.isSuccess;
  const reason = customer && !isBusy ? whyNotRename(customer) : undefined;
  const name = (draft?.name ?? customer?.name ?? '').trim();
  const isConflict = isStale(rename.error) && customer?.version !== draft?.base.version;

  function update(base = draft?.base ?? customer) {
    setIsAsked(true);
    if (!customer || !base || name === '' || isBusy) return;
    if (name === base.name) {
      onClose();
      return;
    }
    setDraft({ name, base });
    rename.mutate(
      { siteId, customerId, name, version: base.version },
      {
        onSuccess() {
          flags.show({ tone: 'success', title: `${customer.email} is called ${name} now` });
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.editFullName}
      confirmLabel={labels.update}
      width="small"
      isBusy={isBusy}
      isConfirmDisabled={!customer || reason !== undefined || isConflict}
      error={rename.error}
      refusal={
        isConflict && customer && draft ? (
          <SavingProblem
            error={rename.error}
            fields={[
              { label: 'Full name', yours: name, now: customer.name },
              ...changedBeside(besidesName(draft.base), besidesName(customer)),
            ]}
            whyNotKeep={reason ?? (name === '' ? 'Enter a name' : undefined)}
            onKeep={() => update(customer)}
            onTake={onClose}
          />
        ) : undefined
      }
      onConfirm={() => update()}
      onClose={onClose}
    >
      <CustomerDialogBody customer={customer} error={error} retry={refetch} reason={reason}>
        {(shown) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (!isConflict) update();
            }}
          >
            <TextField
              label="Full name"
              ref={focusAtOnce}
              isRequired
              maxLength={200}
              isDisabled={reason !== undefined}
              value={draft?.name ?? shown.name}
              onChange={(typed) => setDraft({ name: typed, base: draft?.base ?? shown })}
              error={isAsked && name === '' ? 'Enter a name' : undefined}
              hint="Agents see it on requests and in pickers. The customer is not told. The e-mail address of a portal-only account cannot be changed: once migrated, the person can change that of the Atlassian account."
            />
          </form>
        )}
      </CustomerDialogBody>
    </ConfirmDialog>
  );
}

function besidesName(customer: PortalCustomerDetail) {
  return customerFacts({ ...customer, name: '' });
}
