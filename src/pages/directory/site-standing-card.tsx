/* What one account has on one site: access, role, licence, groups, and what stands in its way. */
import { useState } from 'react';
import type { AccountDetail, RoleChoice, SiteStanding } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { Toggle } from '#src/ui/toggle.tsx';
import { DuplicateNote } from './duplicate-note.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import { SiteAccessDialog } from './site-access-dialog.tsx';
import { Access, NoAccess } from './standing-details.tsx';
import type { UserPlace } from './user-address.ts';

type SiteStandingCardProps = {
  readonly account: AccountDetail;
  readonly standing: SiteStanding;
  readonly place: UserPlace;
};

type Step =
  | { readonly step: 'role'; readonly role: RoleChoice['role'] }
  | { readonly step: 'access'; readonly hasAccess: boolean }
  | { readonly step: 'invite' };

/** An account's standing on one site, and what can be changed there. */
export function SiteStandingCard({ account, standing, place }: SiteStandingCardProps) {
  const [step, setStep] = useState<Step | null>(null);
  const { siteId, siteName, access } = standing;
  const close = () => setStep(null);
  const reason =
    account.directoryStatus === 'deactivated'
      ? 'The account is deactivated'
      : whyNot(account.actions.suspend);
  return (
    <Card
      title={siteName}
      headingLevel={3}
      actions={
        place.siteId === null ? (
          <AccessLozenge access={access} />
        ) : (
          <Toggle
            label={labels.hasAccessOnSite}
            isOn={access === 'active'}
            isDisabled={reason !== undefined}
            reason={reason}
            onChange={(hasAccess) => setStep({ step: 'access', hasAccess })}
          />
        )
      }
    >
      <Stack gap="200">
        {standing.duplicate && <DuplicateNote standing={standing} duplicate={standing.duplicate} />}
        {access === 'none' ? (
          <NoAccess
            account={account}
            standing={standing}
            onGrant={() => setStep({ step: 'invite' })}
          />
        ) : (
          <Access
            account={account}
            standing={standing}
            place={place}
            onChoose={(role) => setStep({ step: 'role', role })}
          />
        )}
      </Stack>
      {step?.step === 'role' && (
        <RoleDialog
          account={account}
          siteId={siteId}
          role={step.role}
          place={place}
          onClose={close}
        />
      )}
      {step?.step === 'access' && (
        <SiteAccessDialog
          account={account}
          siteId={siteId}
          hasAccess={step.hasAccess}
          place={place}
          onClose={close}
        />
      )}
      {step?.step === 'invite' && (
        <InviteDialog
          organizationId={place.organizationId}
          sites={[{ id: siteId, name: siteName }]}
          email={account.email}
          onClose={close}
        />
      )}
    </Card>
  );
}

const ACCESS = {
  active: { label: 'Has access', tone: 'success' },
  suspended: { label: labels.suspended, tone: 'moved' },
  none: { label: 'No access', tone: 'default' },
} as const;

function AccessLozenge({ access }: Pick<SiteStanding, 'access'>) {
  return <Lozenge tone={ACCESS[access].tone}>{ACCESS[access].label}</Lozenge>;
}
