/* The two remedies of a conflict, both on the source (domain.md 6.3). */
import { useState } from 'react';
import {
  useRemoveCustomerOrganization,
  useRenameCustomerOrganization,
} from '#src/client/copy-checks.ts';
import { ApiError } from '#src/client/http.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { focusAtOnce } from '#src/ui/focus-at-once.ts';
import { Stack } from '#src/ui/layout.tsx';
import { SavingProblem } from '#src/ui/saving-problem.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
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
  const changed = changedTo(renaming.error);

  function rename(version = conflict.version) {
    setIsAsked(true);
    if (fault !== undefined || renaming.isPending) return;
    renaming.mutate(
      {
        siteId: plan.source.id,
        customerOrganizationId: conflict.customerOrganizationId,
        version,
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
      isConfirmDisabled={changed !== null}
      error={renaming.error}
      refusal={
        changed && (
          <SavingProblem
            error={renaming.error}
            fields={[{ label: 'Name', yours: name, now: changed.name }]}
            whyNotKeep={fault}
            onKeep={() => rename(changed.version)}
            onTake={onDone}
          />
        )
      }
      onConfirm={() => rename()}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!changed) rename();
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

type Named = Pick<Conflict, 'name' | 'version'>;

/** What somebody else made of it meanwhile; its conflict, and so its row, may be gone by that. */
function changedTo(error: unknown): Named | null {
  if (!(error instanceof ApiError) || error.code !== 'version-conflict') return null;
  return { name: String(error.facts['name']), version: Number(error.facts['current']) };
}

function nameFacts({ name }: Named) {
  return [{ label: 'Name', value: name }];
}

function faultOf(name: string, before: string): string | undefined {
  if (name === '') return 'Enter a name';
  return name === before ? 'Enter another name' : undefined;
}

/** Asks before a customer organization is removed from the source. */
export function RemoveConflictDialog({ plan, conflict, onDone, onClose }: ConflictDialogProps) {
  const removing = useRemoveCustomerOrganization();
  const flags = useFlags();
  const changed = changedTo(removing.error);
  const stale = useStaleStep(removing.error, changed ?? conflict, nameFacts);

  function remove() {
    if (removing.isPending) return;
    stale.asked(changed ?? conflict);
    removing.mutate(
      {
        siteId: plan.source.id,
        customerOrganizationId: conflict.customerOrganizationId,
        version: changed?.version ?? conflict.version,
      },
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
      refusal={stale.refusal}
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
