/* "Convert to portal-only account" (simulator extra): why not, or what it does, then the step (S3). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { conversionQueries, useConvertAccount } from '#src/client/account-conversion.ts';
import { helpCenterQueries } from '#src/client/help-center.ts';
import type { AccountDetail, Conversion } from '#src/contract/wire.ts';
import { BeforeAfter } from '#src/ui/before-after.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint, Inline, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { Person } from '#src/ui/person.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { RoleLozenge } from './account-lozenges.tsx';
import { ConversionChecklist } from './conversion-checklist.tsx';
import { ConversionEffects } from './conversion-effects.tsx';
import { CONVERT } from './conversion-words.ts';
import { NearWay } from './near-way.tsx';
import type { UserPlace } from './user-address.ts';
import { conversionFacts } from './user-change-facts.ts';
import type { UserDialogProps } from './user-steps.tsx';

/**
 * The site that the portal-only account would be for: that of the list, or the one that the account
 * uses. Access to a second one is a reason against the conversion, which the dialog names.
 */
export function siteToConvertOn(
  { sites }: AccountDetail,
  { siteId }: UserPlace,
): string | undefined {
  const usable = sites.filter(({ access }) => access !== 'none');
  return (usable.find((site) => site.siteId === siteId) ?? usable[0])?.siteId;
}

/** Leads to the portal customers of the site once it is done: the account has left the directory. */
export function ConvertDialog({ account, place, onClose }: UserDialogProps) {
  // What it was opened for: the account's sites are fewer once it is done.
  const [siteId] = useState(() => siteToConvertOn(account, place) ?? '');
  const accountId = account.id;
  const [agreed, setAgreed] = useState<Conversion | null>(null);
  const convert = useConvertAccount();
  const isHeld = agreed !== null;
  const { data, error, refetch } = useQuery(conversionQueries.get(siteId, accountId, { isHeld }));
  const stale = useStaleStep(convert.error, data, conversionFacts);
  const flags = useFlags();
  const navigate = useNavigate();
  const conversion = agreed ?? data;

  function confirm(shown: Conversion) {
    setAgreed(shown);
    stale.asked(shown);
    convert.mutate(
      { siteId, accountId, version: shown.version },
      {
        onSuccess({ customerId }) {
          flags.show({
            tone: 'success',
            title: `${shown.name || shown.email} has a portal-only account`,
            description: `It is listed under ${labels.portalCustomers} of ${shown.site.name}.`,
          });
          onClose();
          void navigate(pathTo('portal-customers', { siteId }, { customer: customerId }));
        },
        // The fresh answer shows why, and the next attempt is made for it.
        onError: () => setAgreed(null),
      },
    );
  }

  return (
    <ConfirmDialog
      title={CONVERT}
      confirmLabel="Convert"
      isBusy={isHeld}
      isConfirmDisabled={!conversion || conversion.bars.length > 0}
      error={convert.error}
      refusal={stale.refusal}
      onConfirm={() => conversion && confirm(conversion)}
      onClose={onClose}
    >
      {conversion && <Body conversion={conversion} isHeld={isHeld} />}
      {!conversion && error && <ProblemMessage error={error} retry={refetch} />}
      {!conversion && !error && <SkeletonLines count={8} />}
    </ConfirmDialog>
  );
}

type BodyProps = { readonly conversion: Conversion; readonly isHeld: boolean };

function Body({ conversion, isHeld }: BodyProps) {
  const { name, email, role, organization, bars } = conversion;
  return (
    <Stack gap="200">
      <Inline justify="between">
        <Person name={name} email={email} suffix={<RoleLozenge role={role} />} />
        <SimulatorMark />
      </Inline>
      <NearWay at="conversion" organizationId={organization.id} />
      {bars.length > 0 ? (
        <ConversionChecklist conversion={conversion} />
      ) : (
        <WhatItDoes conversion={conversion} isHeld={isHeld} />
      )}
    </Stack>
  );
}

function WhatItDoes({ conversion, isHeld }: BodyProps) {
  const { site, accountId } = conversion;
  const comparison = useQuery(
    helpCenterQueries.compare(site.id, { step: 'convert', accountId }, { isHeld }),
  );
  return (
    <>
      <ConversionEffects conversion={conversion} />
      <BeforeAfter query={comparison} />
      <Hint>
        The customer can be migrated to the Atlassian account again: requests and memberships in
        customer organizations come back to it, groups other than that of the customers do not.
      </Hint>
    </>
  );
}
