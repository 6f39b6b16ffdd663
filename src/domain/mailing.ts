/*
 * Whom to tell what after a run: copied customers receive no message (S2, "Notify customers"), so
 * each falls into one group of messages by what the person meets at the help center now.
 */
import type { OutcomeAction } from './copy-plan.ts';
import type { LogIn } from './help-center.ts';

/** Messages to write: one text each. */
export type MailingGroup =
  | 'new-account'
  | 'already-known'
  | 'upgraded'
  | 'two-accounts'
  | 'verify-email'
  | 'wait-for-approval'
  | 'cannot-log-in'
  | 'nobody';

/** What the person has to do, or an administrator before it works. */
export type MailingStep =
  'set-password' | 'verify-email' | 'wait-for-approval' | 'wait-for-migration' | 'ask-for-access';

/** Everything about a customer of a run that decides the message, by the present data. */
export type MailingFacts = {
  readonly action: OutcomeAction;
  readonly logIn: LogIn;
  /** The address holds both account types on the destination. */
  readonly holdsBoth: boolean;
  /** The portal-only profile was migrated: an Atlassian account took over. */
  readonly isMigrated: boolean;
  /** A group that would give the Customer role waits for review. */
  readonly waitsForApproval: boolean;
  /** A portal-only profile that never logged in and for which nobody set a password. */
  readonly needsPassword: boolean;
};

/** The group of messages that a customer gets. */
export function mailingGroup(facts: MailingFacts): MailingGroup {
  const { action, logIn } = facts;
  if (action === 'former-user' || action === 'not-copied') return 'nobody';
  if (logIn.outcome === 'verify-email') return 'verify-email';
  if (logIn.because === 'no-role' && facts.waitsForApproval) return 'wait-for-approval';
  if (logIn.outcome !== 'in') return 'cannot-log-in';
  if (facts.holdsBoth) return 'two-accounts';
  if (facts.isMigrated) return 'upgraded';
  return action === 'create' ? 'new-account' : 'already-known';
}

/** What must happen until the person can log in and sees everything, in order. */
export function mailingSteps(facts: MailingFacts): readonly MailingStep[] {
  const { logIn } = facts;
  if (mailingGroup(facts) === 'nobody') return [];
  const steps: MailingStep[] = [];
  const isWaiting = logIn.because === 'no-role' && facts.waitsForApproval;
  if (logIn.outcome === 'verify-email') steps.push('verify-email');
  else if (isWaiting) steps.push('wait-for-approval');
  else if (logIn.because === 'migrating') steps.push('wait-for-migration');
  else if (logIn.outcome !== 'in') steps.push('ask-for-access');
  else if (logIn.method === 'portal-password' && facts.needsPassword) steps.push('set-password');
  // Requests from before stay with the other account until it is migrated (S0).
  if (facts.holdsBoth && !steps.includes('wait-for-migration')) steps.push('wait-for-migration');
  return steps;
}
