/* A product role on one site: the groups it comes through, the licence it takes, what changes. */
import { useState } from 'react';
import { useSetRole } from '#src/client/accounts.ts';
import type { AccountDetail, RoleChoice } from '#src/contract/wire.ts';
import { listOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { NearWay } from './near-way.tsx';
import { licenceEffect, roleName } from './role-words.ts';
import { SiteComparison } from './site-comparisons.tsx';
import { accountFacts } from './user-change-facts.ts';
import type { UserDialogProps } from './user-steps.tsx';

type RoleDialogProps = UserDialogProps & {
  readonly siteId: string;
  readonly role: RoleChoice['role'];
};

/** Asks before a role changes, with what the change takes and gives. */
export function RoleDialog({ account: current, place, siteId, role, onClose }: RoleDialogProps) {
  const [agreed, setAgreed] = useState<AccountDetail | null>(null);
  const change = useSetRole();
  const stale = useStaleStep(change.error, current, accountFacts);
  const flags = useFlags();
  const account = agreed ?? current;
  const standing = account.sites.find((site) => site.siteId === siteId);
  const choice = standing?.roleChoices.find((each) => each.role === role);
  const isHeld = change.isPending || change.isSuccess;
  if (!standing || !choice) return null;
  const name = account.name || account.email;

  function confirm() {
    setAgreed(account);
    stale.asked(account);
    const { organizationId } = place;
    change.mutate(
      { organizationId, accountId: account.id, siteId, role, version: account.version },
      {
        onSuccess() {
          flags.show({ tone: 'success', title: `${name}: the role is now ${roleName(role)}` });
          onClose();
        },
        onError: () => setAgreed(null),
      },
    );
  }

  return (
    <ConfirmDialog
      title="Change product role"
      confirmLabel="Change role"
      isBusy={isHeld}
      isConfirmDisabled={choice.refusal !== null}
      error={change.error}
      refusal={stale.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <Person name={account.name} email={account.email} />
        {role === 'none' && <NearWay at="role-none" organizationId={place.organizationId} />}
        <DefinitionList
          items={[
            {
              term: `Role on ${standing.siteName}`,
              value: `${roleName(standing.role)} now, ${roleName(role)} afterwards`,
            },
            ...(choice.joins.length > 0 ? [{ term: 'Joins', value: listOf(choice.joins) }] : []),
            ...(choice.leaves.length > 0 ? [{ term: 'Leaves', value: listOf(choice.leaves) }] : []),
            {
              term: 'Licences',
              value: licenceEffect(standing.licences, choice.licencesAdded),
            },
          ]}
        />
        <SiteComparison
          site={standing}
          step={{ step: 'set-role', accountId: account.id, role }}
          isHeld={isHeld}
        />
      </Stack>
    </ConfirmDialog>
  );
}
