/* *Remove user*: a warning, and the same label asked for again (domain.md 2.1). */
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRemoveAccount } from '#src/client/accounts.ts';
import type { AccountDetail } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { LicenceNotes } from './licence-notes.tsx';
import { SiteComparisons } from './site-comparisons.tsx';
import { userListAddress } from './user-address.ts';
import { accountFacts } from './user-change-facts.ts';
import type { UserDialogProps } from './user-steps.tsx';

/** Removes a user from the organization and leads back to the list. */
export function RemoveDialog({ account: current, place, onClose }: UserDialogProps) {
  const [agreed, setAgreed] = useState<AccountDetail | null>(null);
  const remove = useRemoveAccount();
  const stale = useStaleStep(remove.error, current, accountFacts);
  const flags = useFlags();
  const navigate = useNavigate();
  const account = agreed ?? current;
  const name = account.name || account.email;
  const isHeld = remove.isPending || remove.isSuccess;

  function confirm() {
    setAgreed(account);
    stale.asked(account);
    const { organizationId } = place;
    remove.mutate(
      { organizationId, accountId: account.id, version: account.version },
      {
        onSuccess() {
          flags.show({ tone: 'success', title: `${name} was removed from the organization` });
          onClose();
          void navigate(userListAddress(place));
        },
        onError: () => setAgreed(null),
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.removeUser}
      confirmLabel={labels.removeUser}
      appearance="danger"
      isBusy={isHeld}
      error={remove.error}
      refusal={stale.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <Person name={account.name} email={account.email} />
        <SectionMessage tone="warning" title="Roles and groups cannot be brought back">
          {`${name} loses access to ${sitesOf(account)}. Who is invited again starts without roles and groups. Suspend access instead where this may be temporary.`}
        </SectionMessage>
        <p>{requestsOf(account)}</p>
        <LicenceNotes account={account} added={(site) => -site.licencesTaken} />
        <SiteComparisons
          account={account}
          step={{ step: 'remove', accountId: account.id }}
          isHeld={isHeld}
        />
      </Stack>
    </ConfirmDialog>
  );
}

function sitesOf({ sites }: AccountDetail): string {
  const open = sites.filter(({ access }) => access !== 'none');
  if (open.length === 0) return 'the organization';
  return open.length === 1
    ? `${open[0]?.siteName} and the organization`
    : `all ${open.length} sites of the organization`;
}

function requestsOf({ sites }: AccountDetail): string {
  const total = sites.reduce((sum, { requests }) => sum + requests, 0);
  if (total === 0) return 'No request is attached to the account.';
  return `${countOf(total, { one: 'request stays', other: 'requests stay' })} attached to the Atlassian account.`;
}
