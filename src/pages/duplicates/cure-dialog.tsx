/* One step of a duplicate's cure: what it changes for the person, then the step itself. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useChangeAccountAccess } from '#src/client/accounts.ts';
import { helpCenterQueries, type Step } from '#src/client/help-center.ts';
import { useChangeAccess, useMigrateCustomer } from '#src/client/portal-customers.ts';
import type { Duplicate, Site } from '#src/contract/wire.ts';
import { BeforeAfter } from '#src/ui/before-after.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Person } from '#src/ui/person.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { atlassianPath } from './account-paths.ts';
import { duplicateFacts } from './account-words.ts';
import { stepLabel, type CureStep } from './cure-words.ts';

type CureDialogProps = {
  readonly site: Site;
  readonly step: CureStep;
  /** As the list has it now; undefined when it is there no longer. */
  readonly duplicate: Duplicate | undefined;
  readonly onClose: () => void;
};

/** What was agreed to stays on screen until the dialog closes. */
export function CureDialog({ site, step, duplicate: current, onClose }: CureDialogProps) {
  const [agreed, setAgreed] = useState<Duplicate | null>(null);
  const duplicate = agreed ?? current;
  const grant = useChangeAccess('grant');
  const migrate = useMigrateCustomer();
  const restore = useChangeAccountAccess('restore');
  const flags = useFlags();
  const mutation = step === 'grant-access' ? grant : step === 'migrate' ? migrate : restore;
  const stale = useStaleStep(mutation.error, current, duplicateFacts);
  const isStep = duplicate?.cure[0] === step;

  function confirm(shown: Duplicate) {
    const { customerId, customerVersion, accountId, accountVersion } = shown;
    const siteId = site.id;
    setAgreed(shown);
    stale.asked(shown);
    const settled = {
      onSuccess() {
        flags.show(doneFlag(site, step, shown));
        onClose();
      },
      // The fresh row shows why, and the next attempt is made for it.
      onError: () => setAgreed(null),
    };
    if (step === 'grant-access')
      grant.mutate({ siteId, customerId, version: customerVersion }, settled);
    else if (step === 'migrate') {
      migrate.mutate({ siteId, customerId, version: customerVersion }, settled);
    } else {
      const { id: organizationId } = site.organization;
      restore.mutate({ organizationId, accountId, version: accountVersion }, settled);
    }
  }

  return (
    <ConfirmDialog
      title={stepLabel(step)}
      confirmLabel={step === 'migrate' ? labels.migrate : stepLabel(step)}
      isBusy={mutation.isPending || mutation.isSuccess}
      isConfirmDisabled={!isStep}
      error={mutation.error}
      refusal={stale.refusal}
      onConfirm={() => duplicate && confirm(duplicate)}
      onClose={onClose}
    >
      {duplicate && isStep ? (
        <Body site={site} step={step} duplicate={duplicate} isHeld={agreed !== null} />
      ) : (
        <SectionMessage tone="info" title="This step is no longer needed">
          The accounts of this address changed meanwhile. Close and look at the list.
        </SectionMessage>
      )}
    </ConfirmDialog>
  );
}

type BodyProps = {
  readonly site: Site;
  readonly step: CureStep;
  readonly duplicate: Duplicate;
  readonly isHeld: boolean;
};

function Body({ site, step, duplicate, isHeld }: BodyProps) {
  const comparison = useQuery(
    helpCenterQueries.compare(site.id, rehearsed(step, duplicate), { isHeld }),
  );
  const further = duplicate.cure.slice(1).map(stepLabel);
  return (
    <Stack gap="200">
      <Person name={duplicate.name} email={duplicate.email} />
      <p>{EFFECTS[step]}</p>
      {further.length > 0 && (
        <p>{`To end the duplicate, go on with ${further.join(', then ')}.`}</p>
      )}
      <BeforeAfter query={comparison} />
    </Stack>
  );
}

const EFFECTS: Readonly<Record<CureStep, string>> = {
  'grant-access':
    'Only an active portal-only account can be migrated. Granting access makes it active again.',
  migrate:
    'Requests and customer organizations of the portal-only account move to the Atlassian account. The portal-only account becomes inactive for good. This takes up to 10 minutes and cannot be undone.',
  'restore-access':
    'The Atlassian account may be used again, with the roles and groups that it had.',
};

function rehearsed(step: CureStep, { customerId, accountId }: Duplicate): Step {
  if (step === 'grant-access') return { step: 'grant', customerId };
  return step === 'migrate' ? { step, customerId } : { step: 'restore', accountId };
}

function doneFlag(site: Site, step: CureStep, duplicate: Duplicate) {
  const { name, email, cure } = duplicate;
  const next = cure[1];
  const person = name || email;
  return {
    tone: step === 'migrate' ? 'info' : 'success',
    title: {
      'grant-access': `${person} has portal access again`,
      migrate: `Migrating ${person}`,
      'restore-access': `Access of ${person} is restored`,
    }[step],
    description: next ? `Next step: ${stepLabel(next)}.` : undefined,
    // The row is gone once the migration is over, and access still has to be restored.
    ...(next === 'restore-access' && {
      actions: [{ label: 'Show the Atlassian account', to: atlassianPath(site, duplicate) }],
    }),
  } as const;
}
