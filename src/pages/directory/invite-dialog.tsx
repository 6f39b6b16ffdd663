/* *Invite users*: one person to the product of one site, with what comes of it (S1). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountQueries, useInvite } from '#src/client/accounts.ts';
import type { RoleChoice } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { problemText } from '#src/ui/problem-text.ts';
import { SelectField } from '#src/ui/select-field.tsx';
import { TextField } from '#src/ui/text-field.tsx';
import { useSettled } from '#src/ui/use-settled.ts';
import { InvitationEffect } from './invitation-effect.tsx';
import { RoleSelect } from './role-select.tsx';

type InviteDialogProps = {
  readonly organizationId: string;
  /** Sites to choose from, at least one. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** Whom the invitation is for, where that is known already. */
  readonly email?: string;
  readonly onClose: () => void;
};

const PAUSE_MS = 300;

/** Asks whom to invite with which role, and shows beforehand what that means. */
export function InviteDialog({ organizationId, sites, email: known, onClose }: InviteDialogProps) {
  const [siteId, setSiteId] = useState(sites[0]?.id ?? '');
  const [email, setEmail] = useState(known ?? '');
  const [name, setName] = useState('');
  const [role, setRole] = useState<RoleChoice['role']>('agent');
  const invite = useInvite();
  const flags = useFlags();
  const isHeld = invite.isPending || invite.isSuccess;
  const asked = useSettled(email.trim(), PAUSE_MS);
  const preview = useQuery({
    ...accountQueries.invitation(organizationId, { siteId, email: asked, role }),
    enabled: asked.includes('@') && !isHeld,
  });
  const isCurrent = asked === email.trim() && preview.data?.email === asked;
  const plan = isCurrent ? preview.data : undefined;
  const isInvalid = problemCode(invite.error) === 'account.invalid-email';
  const site = sites.find(({ id }) => id === siteId);

  function confirm() {
    invite.mutate(
      { organizationId, siteId, email: email.trim(), name, role },
      {
        onSuccess(account) {
          flags.show({
            tone: 'success',
            title: `${account.email} is invited to ${site?.name ?? 'the site'}`,
          });
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.inviteUsers}
      confirmLabel="Invite"
      isBusy={isHeld}
      isConfirmDisabled={email.trim() === '' || (plan?.refusal ?? null) !== null}
      error={isInvalid ? null : invite.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        {sites.length > 1 && (
          <SelectField
            label="Site"
            value={siteId}
            options={sites.map((each) => ({ value: each.id, label: each.name }))}
            onChange={setSiteId}
          />
        )}
        <TextField
          label="E-mail address"
          isRequired
          isDisabled={known !== undefined}
          maxLength={320}
          value={email}
          error={isInvalid ? problemText(invite.error).description : undefined}
          onChange={setEmail}
        />
        {!plan?.account && known === undefined && (
          <TextField
            label="Full name"
            hint="Only for a new Atlassian account."
            maxLength={200}
            value={name}
            onChange={setName}
          />
        )}
        <RoleSelect value={role} onChange={setRole} />
        {plan && <InvitationEffect plan={plan} siteId={siteId} siteName={site?.name ?? ''} />}
      </Stack>
    </ConfirmDialog>
  );
}
