/* The two remedies of a conflict, both on the source (domain.md 6.3). */
import { useState } from 'react';
import {
  useRemoveCustomerOrganization,
  useRenameCustomerOrganization,
} from '#src/client/copy-checks.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { focusAtOnce } from '#src/ui/focus-at-once.ts';
import { Stack } from '#src/ui/layout.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { removalWords, type Conflict } from './check-rows.tsx';

type ConflictDialogProps = {
  readonly plan: CopyPlan;
  readonly conflict: Conflict;
  /** It is remedied. */
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Asks for another name on the source. */
export function RenameConflictDialog({ plan, conflict, onDone, onClose }: ConflictDialogProps) {
  const [typed, setTyped] = useState(conflict.name);
  const [isAsked, setIsAsked] = useState(false);
  const renaming = useRenameCustomerOrganization();
  const flags = useFlags();
  const name = typed.trim();
  const fault = faultOf(name, conflict.name);

  function rename() {
    setIsAsked(true);
    if (fault !== undefined || renaming.isPending) return;
    renaming.mutate(
      {
        siteId: plan.source.id,
        customerOrganizationId: conflict.customerOrganizationId,
        name,
      },
      {
        onSuccess() {
          flags.show({ tone: 'success', title: `“${conflict.name}” is called “${name}” now` });
          onDone();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={`Rename “${conflict.name}”`}
      confirmLabel="Rename"
      width="small"
      isBusy={renaming.isPending}
      error={renaming.error}
      onConfirm={rename}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <Stack gap="200">
          <p>
            The customer organization on {plan.source.name} gets the new name and is copied as one
            of its own. The one on {plan.destination.name} stays as it is.
          </p>
          <TextField
            label="New name"
            ref={focusAtOnce}
            isRequired
            maxLength={200}
            value={typed}
            onChange={setTyped}
            error={isAsked ? fault : undefined}
          />
        </Stack>
      </form>
    </ConfirmDialog>
  );
}

function faultOf(name: string, before: string): string | undefined {
  if (name === '') return 'Enter a name';
  return name === before ? 'Enter another name' : undefined;
}

/** Asks before a customer organization is removed from the source. */
export function RemoveConflictDialog({ plan, conflict, onDone, onClose }: ConflictDialogProps) {
  const removing = useRemoveCustomerOrganization();
  const flags = useFlags();

  function remove() {
    if (removing.isPending) return;
    removing.mutate(
      { siteId: plan.source.id, customerOrganizationId: conflict.customerOrganizationId },
      {
        onSuccess() {
          flags.show({
            tone: 'success',
            title: `“${conflict.name}” removed from ${plan.source.name}`,
          });
          onDone();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={`Remove “${conflict.name}” from ${plan.source.name}?`}
      confirmLabel="Remove"
      appearance="danger"
      width="small"
      isBusy={removing.isPending}
      error={removing.error}
      onConfirm={remove}
      onClose={onClose}
    >
      <Stack gap="150">
        <p>{removalWords(conflict)}</p>
        <p>
          The {count(conflict.members.source)} members keep their accounts. The copy brings their
          requests without the customer organization, and “{conflict.name}” on{' '}
          {plan.destination.name} stays as it is. This cannot be undone.
        </p>
      </Stack>
    </ConfirmDialog>
  );
}
