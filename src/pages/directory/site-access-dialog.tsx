/* *Has access on site*, turned on or off: what it opens or closes (S1; domain.md 2.1). */
import { useState } from 'react';
import { useSetSiteAccess } from '#src/client/accounts.ts';
import type { AccountDetail } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { licenceEffect } from './role-words.ts';
import { SiteComparison } from './site-comparisons.tsx';
import { accountFacts } from './user-change-facts.ts';
import type { UserDialogProps } from './user-steps.tsx';

type SiteAccessDialogProps = UserDialogProps & {
  readonly siteId: string;
  readonly hasAccess: boolean;
};

/** Asks before a site opens or closes to an account. */
export function SiteAccessDialog(props: SiteAccessDialogProps) {
  const { account: current, place, siteId, hasAccess, onClose } = props;
  const [agreed, setAgreed] = useState<AccountDetail | null>(null);
  const change = useSetSiteAccess();
  const stale = useStaleStep(change.error, current, accountFacts);
  const flags = useFlags();
  const account = agreed ?? current;
  const standing = account.sites.find((site) => site.siteId === siteId);
  const isHeld = change.isPending || change.isSuccess;
  if (!standing) return null;
  const { siteName } = standing;
  const name = account.name || account.email;

  function confirm() {
    setAgreed(account);
    stale.asked(account);
    const { organizationId } = place;
    change.mutate(
      { organizationId, accountId: account.id, siteId, hasAccess, version: account.version },
      {
        onSuccess() {
          flags.show({
            tone: 'success',
            title: hasAccess
              ? `${name} has access to ${siteName}`
              : `${name} has no access to ${siteName} any more`,
          });
          onClose();
        },
        onError: () => setAgreed(null),
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.hasAccessOnSite}
      confirmLabel={hasAccess ? 'Turn on' : 'Turn off'}
      appearance={hasAccess ? 'primary' : 'danger'}
      isBusy={isHeld}
      error={change.error}
      refusal={stale.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <Person name={account.name} email={account.email} />
        <p>
          {hasAccess
            ? `${siteName} opens to this person, with the roles and groups that the account has there.`
            : `${siteName} closes to this person. Roles, groups and requests stay as they are, and access can be turned on again.`}
        </p>
        <DefinitionList
          items={[
            {
              term: 'Licences',
              value: licenceEffect(
                standing.licences,
                hasAccess ? standing.licencesOnRestore : -standing.licencesTaken,
              ),
            },
          ]}
        />
        <SiteComparison
          site={standing}
          step={{ step: 'set-site-access', accountId: account.id, hasAccess }}
          isHeld={isHeld}
        />
      </Stack>
    </ConfirmDialog>
  );
}
