/* What a newcomer gets and by which rule, in plain words (domain.md 3.4). */
import type { Newcomer } from '#src/contract/wire.ts';
import { labels } from './labels.ts';
import type { LozengeTone } from './lozenge.tsx';

type Outcome = Newcomer['outcome'];

const OUTCOMES: Readonly<Record<Outcome, { readonly label: string; readonly tone: LozengeTone }>> =
  {
    atlassian: { label: labels.atlassianAccount, tone: 'inprogress' },
    'portal-only': { label: `${labels.portalOnly} account`, tone: 'success' },
    existing: { label: 'Has an account', tone: 'default' },
    refused: { label: 'Refused', tone: 'removed' },
  };

const REASONS: Readonly<Record<Newcomer['reason'], string>> = {
  'approved-domain':
    'The domain is approved: an Atlassian account with the Customer role, which takes no licence.',
  'portal-only-allowed':
    'The domain is not approved, and portal-only accounts may be created for every domain.',
  'portal-only-domain': 'The domain is not approved, and it is listed for portal-only accounts.',
  'has-portal-only':
    'It has a portal-only account on this site. These settings do not touch existing customers.',
  'has-atlassian':
    'It has an Atlassian account on this site. These settings do not touch existing customers.',
  'given-customer-role':
    'It has an Atlassian account on this site without a role, and gets the Customer role.',
  'portal-only-off':
    'The domain is not approved, and portal-only accounts may not be created for new customers.',
  'domain-not-listed': 'The domain is neither approved nor listed for portal-only accounts.',
  'invalid-email': 'This is no e-mail address.',
  'sign-up-off': 'Customers cannot sign up by themselves on this site: invite the person.',
  'needs-customer-role': `${labels.noPermissionToInvite} The address has an Atlassian account without the Customer role, and only who manages users can give it.`,
};

/** "Portal-only account" */
export function outcomeLook(outcome: Outcome) {
  return OUTCOMES[outcome];
}

/** The rule that decided. */
export function reasonText({ reason }: Pick<Newcomer, 'reason'>): string {
  return REASONS[reason];
}
