/* "Edit full name" (domain.md 3.1). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portalCustomerQueries, useRenameCustomer } from '#src/client/portal-customers.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { focusAtOnce } from '#src/ui/focus-at-once.ts';
import { labels } from '#src/ui/labels.ts';
import { TextField } from '#src/ui/text-field.tsx';
import { CustomerDialogBody } from './customer-dialog-body.tsx';
import type { CustomerDialogProps } from './customer-dialogs.tsx';
import { whyNotRename } from './customer-states.tsx';

/** Asks for the name that agents shall see. */
export function RenameDialog({ siteId, customerId, onClose }: CustomerDialogProps) {
  const {
    data: customer,
    error,
    refetch,
  } = useQuery(portalCustomerQueries.get(siteId, customerId));
  const [typed, setTyped] = useState<string | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const rename = useRenameCustomer();
  const flags = useFlags();
  const isBusy = rename.isPending || rename.isSuccess;
  const reason = customer && !isBusy ? whyNotRename(customer) : undefined;
  const name = (typed ?? customer?.name ?? '').trim();

  function update() {
    setIsAsked(true);
    if (!customer || name === '' || isBusy) return;
    if (name === customer.name) {
      onClose();
      return;
    }
    rename.mutate(
      { siteId, customerId, name, version: customer.version },
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
      isConfirmDisabled={!customer || reason !== undefined}
      error={rename.error}
      onConfirm={update}
      onClose={onClose}
    >
      <CustomerDialogBody customer={customer} error={error} retry={refetch} reason={reason}>
        {(shown) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              update();
            }}
          >
            <TextField
              label="Full name"
              ref={focusAtOnce}
              isRequired
              maxLength={200}
              isDisabled={reason !== undefined}
              value={typed ?? shown.name}
              onChange={setTyped}
              error={isAsked && name === '' ? 'Enter a name' : undefined}
              hint="Agents see it on requests and in pickers. The customer is not told. The e-mail address of a portal-only account cannot be changed: once migrated, the person can change that of the Atlassian account."
            />
          </form>
        )}
      </CustomerDialogBody>
    </ConfirmDialog>
  );
}
