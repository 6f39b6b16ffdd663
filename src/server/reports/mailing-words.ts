/* The words of the mailing list. A download's words stand here: a file outlives the screen. */
import type { OutcomeAction } from '#src/domain/copy-plan.ts';
import type { LogIn } from '#src/domain/help-center.ts';
import type { MailingGroup, MailingStep } from '#src/domain/mailing.ts';

const GROUPS: Readonly<Record<MailingGroup, string>> = {
  'new-account': 'New account',
  'already-known': 'Already known',
  upgraded: 'Upgraded to Atlassian account',
  'two-accounts': 'Two accounts',
  'verify-email': 'Verify e-mail',
  'wait-for-approval': 'Wait for approval',
  'cannot-log-in': 'Cannot log in',
  nobody: 'Nobody to tell',
};

/** The name of a group of messages. */
export function mailingGroupText(group: MailingGroup): string {
  return GROUPS[group];
}

const HAPPENED: Readonly<Record<OutcomeAction, string>> = {
  create: 'A portal-only account was created',
  link: 'The account that was there already is used',
  'create-account': 'An Atlassian account was created',
  'add-to-site': 'The Atlassian account was added to the site',
  group: 'The Atlassian account that was there already takes over from the portal-only account',
  duplicate: 'The Atlassian account was added beside a portal-only account',
  'link-duplicate': 'One of the two accounts that were there already is used',
  'former-user': 'The account was deleted before; its content stands under Former user',
  'left-out': 'Nothing: an earlier run did it',
  'not-copied': 'Nothing: the run ended before',
};

/** What the run did to the account; what became of it later stands in the other columns. */
export function happenedText(action: OutcomeAction, group: MailingGroup): string {
  const happened = HAPPENED[action];
  return group === 'upgraded'
    ? `${happened}; the portal-only account was migrated to an Atlassian account`
    : happened;
}

const METHODS: Readonly<Record<LogIn['method'], string>> = {
  'portal-password': 'With a portal password',
  'portal-single-sign-on': 'With the single sign-on for portal-only customers',
  atlassian: 'With the Atlassian account',
  'single-sign-on': 'With the single sign-on of the company',
  none: 'Not possible',
};

/** How the person logs in now. */
export function mailingLogInText({ method, outcome }: LogIn): string {
  return outcome === 'in' || outcome === 'verify-email' ? METHODS[method] : 'Not possible now';
}

const STEPS: Readonly<Record<MailingStep, string>> = {
  'set-password': 'Set a password at the first log-in',
  'verify-email': 'Verify the e-mail address first',
  'wait-for-approval': 'Wait until an administrator approves the imported group',
  'wait-for-migration':
    'Wait until the portal-only account is migrated: earlier requests open then',
  'ask-for-access': 'An administrator must give access first',
};

/** What must happen first; empty where nothing must. */
export function mailingStepsText(steps: readonly MailingStep[]): string {
  return steps.map((step) => STEPS[step]).join('. ');
}
