/* *Suspend access* and *Restore access* of an Atlassian account in the organization (domain.md 1.4). */
import { useState } from 'react';
import { useChangeAccountAccess } from '#src/client/accounts.ts';
import type { AccountDetail } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { LicenceNotes } from './licence-notes.tsx';
import { SiteComparisons } from './site-comparisons.tsx';
import { accountFacts } from './user-change-facts.ts';
import type { UserDialogProps } from './user-steps.tsx';

const WORDS = {
  suspend: {
    label: labels.suspendAccess,
    effect:
      'Every site of the organization closes to this person. Roles, groups and requests stay as they are, a suspended account takes no licence, and access can be restored.',
    done: (name: string) => `${name} is suspended`,
  },
  restore: {
    label: labels.restoreAccess,
    effect:
      'The organization and every site that was suspended open again, with the roles and groups of before.',
    done: (name: string) => `${name} has access again`,
  },
} as const;

/** *Suspend access*: with what it closes. */
export function SuspendDialog(props: UserDialogProps) {
  return <AccessDialog {...props} event="suspend" />;
}

/** *Restore access*: with what it opens. */
export function RestoreDialog(props: UserDialogProps) {
  return <AccessDialog {...props} event="restore" />;
}

type AccessDialogProps = UserDialogProps & { readonly event: 'suspend' | 'restore' };

function AccessDialog({ account: current, place, event, onClose }: AccessDialogProps) {
  const [agreed, setAgreed] = useState<AccountDetail | null>(null);
  const change = useChangeAccountAccess(event);
  const stale = useStaleStep(change.error, current, accountFacts);
  const flags = useFlags();
  const account = agreed ?? current;
  const isHeld = change.isPending || change.isSuccess;
  const { label, effect, done } = WORDS[event];

  function confirm() {
    setAgreed(account);
    stale.asked(account);
    const { organizationId } = place;
    change.mutate(
      { organizationId, accountId: account.id, version: account.version },
      {
        onSuccess() {
          flags.show({ tone: 'success', title: done(account.name || account.email) });
          onClose();
        },
        onError: () => setAgreed(null),
      },
    );
  }

  return (
    <ConfirmDialog
      title={label}
      confirmLabel={label}
      appearance={event === 'suspend' ? 'danger' : 'primary'}
      isBusy={isHeld}
      error={change.error}
      refusal={stale.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <Person name={account.name} email={account.email} />
        <p>{effect}</p>
        <LicenceNotes
          account={account}
          added={(site) => (event === 'suspend' ? -site.licencesTaken : site.licencesOnRestore)}
        />
        <SiteComparisons
          account={account}
          step={{ step: event, accountId: account.id }}
          isHeld={isHeld}
        />
      </Stack>
    </ConfirmDialog>
  );
}
