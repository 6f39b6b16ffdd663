import { Link } from 'react-router-dom';
import type { PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { whyNotMigrate } from './customer-states.tsx';
import { usersWith } from './users-with.ts';

type InvitedNoteProps = {
  readonly site: Site;
  readonly customer: PortalCustomerDetail;
  /** Left out where the step stands beside the note anyway. */
  readonly onMigrate?: () => void;
};

/** Asks for the migration of a customer whose address has an Atlassian account meanwhile (S1). */
export function InvitedNote({ site, customer, onMigrate }: InvitedNoteProps) {
  const { invitedAs } = customer;
  if (!invitedAs || customer.state === 'migrating') return null;
  const reason = whyNotMigrate(customer);
  return (
    <SectionMessage
      tone="warning"
      title="This person has an Atlassian account on this site too"
      actions={
        <>
          {onMigrate && (
            <Button
              appearance="link"
              isDisabled={reason !== undefined}
              reason={reason}
              onPress={onMigrate}
            >
              {labels.migrateToAtlassianAccount}
            </Button>
          )}
          <Link to={usersWith(site, customer.email)}>Show the user</Link>
        </>
      }
    >
      {STANDING[invitedAs.state]} Until this portal-only account is migrated, the requests raised
      with it stay out of reach.
    </SectionMessage>
  );
}

/** They arrive with the Atlassian account, whatever its state. */
const STANDING: Readonly<Record<NonNullable<PortalCustomerDetail['invitedAs']>['state'], string>> =
  {
    active: 'They log in with that account and see its requests only.',
    suspended: 'That account is suspended, so they cannot log in at all.',
    deactivated: 'That account is deactivated, so they cannot log in at all.',
  };
