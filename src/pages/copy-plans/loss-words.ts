/* Why somebody would lose sight of a request, in words: a reason without words does not compile. */
import type { CopyPlan, LostRequest } from '#src/contract/wire.ts';

type Reason = LostRequest['reason'];
type Route = Pick<CopyPlan, 'flow' | 'source' | 'destination'>;

type LossWords = {
  readonly why: string;
  /** What to do about it. */
  readonly next: (route: Route) => string;
};

/** The reason in a few words, and its remedy. */
export const LOSS_WORDS: Readonly<Record<Reason, LossWords>> = {
  'duplicate-account': {
    why: 'The portal-only account keeps them',
    next: ({ destination }) =>
      `Migrate the portal-only account on ${destination.name} to the Atlassian account, before the run or after it.`,
  },
  'review-pending': {
    why: 'A group waits for review',
    next: ({ destination }) =>
      `Review the imported group on ${destination.name} after the run, and approve its access.`,
  },
  'role-missing': {
    why: 'No group gives a role',
    next: ({ flow, destination }) =>
      flow === 'copy'
        ? `Add the account to a group with the Customer role on ${destination.name}.`
        : `Give the account the Customer role on ${destination.name} after the run: a migration makes no imported group for it.`,
  },
  suspended: {
    why: 'The account is suspended',
    next: ({ destination }) => `Restore the account’s access to ${destination.name}.`,
  },
  revoked: {
    why: 'The portal-only account is inactive',
    next: ({ destination }) => `Grant the portal-only account access on ${destination.name}.`,
  },
  migrating: {
    why: 'The portal-only account is being migrated',
    next: () => 'Wait until the migration has ended, then look at the forecast again.',
  },
  'organization-left-behind': {
    why: 'The customer organization does not come along',
    next: () =>
      'Select a service project of the customer organization too, or add the customer to the requests as a participant.',
  },
  'organization-copied-before': {
    why: 'The customer organization was copied earlier, without the customer',
    next: ({ destination }) =>
      `Add the customer to the customer organization on ${destination.name}.`,
  },
};
