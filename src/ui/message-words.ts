/*
 * The simulated mailbox in words: what a message would say, and what it means that nobody is told.
 * All sentences are Drydock's own. A kind without words does not compile.
 */
import type { Message } from '#src/contract/wire.ts';
import { countOf } from './count.ts';
import { labels } from './labels.ts';

/** A message that would be sent. */
export type MailWords = {
  readonly type: 'mail';
  readonly from: string;
  readonly subject: string;
  readonly body: readonly string[];
  /** The label of the message's one button. */
  readonly button: string | null;
};

/** A change of which the person hears nothing. */
export type SilenceWords = {
  readonly type: 'silence';
  readonly happened: string;
  /** What the administrator could do about it. */
  readonly advice: string;
};

type Words = {
  /** The kind in the filter. */
  readonly label: string;
  readonly words: (message: Message) => MailWords | SilenceWords;
};

const ROLES: Readonly<Record<string, string>> = {
  agent: labels.agentRole,
  customer: labels.customerRole,
  none: 'no role',
};

function role(value: unknown): string {
  return typeof value === 'string' ? (ROLES[value] ?? value) : 'another role';
}

function fact(message: Message, name: string): string {
  const value = message.facts[name];
  return typeof value === 'string' ? value : '';
}

function mail(
  label: string,
  words: (message: Message) => Omit<MailWords, 'type'>,
): Words & { readonly isSent: true } {
  return { label, isSent: true, words: (message) => ({ type: 'mail', ...words(message) }) };
}

function silence(
  label: string,
  words: (message: Message) => Omit<SilenceWords, 'type'>,
): Words & { readonly isSent: false } {
  return { label, isSent: false, words: (message) => ({ type: 'silence', ...words(message) }) };
}

/** The service project that the invitation is for, and its site; the site alone where it is for all. */
function customerOf(message: Message): string {
  const project = fact(message, 'project');
  return project === '' ? message.site.name : `${project} on ${message.site.name}`;
}

const WORDS = {
  'verify-email': mail('Verify e-mail', ({ to, site }) => ({
    from: 'Atlassian account',
    subject: 'Verify your e-mail address',
    body: [
      `An Atlassian account was made for ${to}, so that you can use ${site.name}.`,
      'Verify that the address is yours and choose a password. Until then you cannot log in.',
    ],
    button: 'Verify e-mail address',
  })),
  'product-invitation': mail('Product invitation', (message) => ({
    from: `${message.site.name}, ${labels.jiraServiceManagement}`,
    subject: `You are invited to ${labels.jiraServiceManagement} on ${message.site.name}`,
    body: [
      `An administrator invited you to ${message.site.name}.`,
      message.facts['role'] === 'agent'
        ? `You join as ${labels.agentRole} and can work on requests.`
        : message.facts['role'] === 'customer'
          ? `You join as ${labels.customerRole} and can raise requests in the help center.`
          : 'You join without a product role for now.',
      'Log in with the Atlassian account of this address.',
    ],
    button: 'Accept invitation',
  })),
  'customer-invitation': mail('Customer invitation', (message) => ({
    from: `${message.site.name} help center`,
    subject: `You can raise requests on ${message.site.name}`,
    body: [
      `You were added as a customer of ${customerOf(message)}.`,
      message.facts['accountType'] === 'atlassian'
        ? 'Log in to the help center with your Atlassian account.'
        : 'The help center has a portal-only account for you; it is valid on this site only.',
    ],
    button: 'Open the help center',
  })),
  'set-password': mail('Set password', ({ site }) => ({
    from: `${site.name} help center`,
    subject: `Set a password for the help center of ${site.name}`,
    body: [
      'You have a portal-only account, but no password yet.',
      'Choose one, and you can follow your requests in the help center.',
    ],
    button: 'Set password',
  })),
  'password-changed': mail('Password changed', ({ site }) => ({
    from: `${site.name} help center`,
    subject: 'Your password was changed',
    body: [
      `An administrator changed the password of your account in the help center of ${site.name}.`,
      'The password is not in this message. If you do not know it, ask your administrator or set another one.',
    ],
    button: 'Open the help center',
  })),
  'migrated-to-existing-account': silence('Migrated', ({ to, site }) => ({
    happened: `The portal-only account of ${to} on ${site.name} was migrated to the Atlassian account that the person had already.`,
    advice:
      'Write to the person: the help center now asks for the log-in of the Atlassian account, and the old password no longer works.',
  })),
  'name-changed': silence('Name changed', ({ to, site }) => ({
    happened: `The display name of ${to} was changed on ${site.name}.`,
    advice: 'Nothing is needed. Agents and other participants see the new name at once.',
  })),
  'access-revoked': silence('Access revoked', ({ to, site }) => ({
    happened: `The help center of ${site.name} was closed to ${to}.`,
    advice: `Say so before they try to log in, or use ${labels.grantAccess} if it was a mistake.`,
  })),
  'access-granted': silence('Access granted', ({ to, site }) => ({
    happened: `The help center of ${site.name} was opened again to ${to}.`,
    advice: 'Tell the person that they can log in again, with the password of before.',
  })),
  'account-deleted': silence('Account deleted', ({ to, site }) => ({
    happened: `The portal-only account of ${to} on ${site.name} was deleted for good.`,
    advice: `Their requests stay under ${labels.formerUser}. Tell the person to raise new requests if they still need help.`,
  })),
  'access-suspended': silence('Access suspended', ({ to, site }) => ({
    happened: `The access of ${to} to ${site.name} was suspended. A log-in leads nowhere until it is restored.`,
    advice: `Tell the person, or use ${labels.restoreAccess}.`,
  })),
  'access-restored': silence('Access restored', ({ to, site }) => ({
    happened: `The access of ${to} to ${site.name} was restored, with the roles and groups of before.`,
    advice: 'Tell the person that they can log in again.',
  })),
  'removed-from-organization': silence('Removed', ({ to, site }) => ({
    happened: `${to} was removed from the organization and lost every role and group, also on ${site.name}.`,
    advice: 'Tell the person. An invitation brings them back, but without the roles and groups.',
  })),
  'role-changed': silence('Role changed', (message) => {
    const group = fact(message, 'group');
    const through = group === '' ? '' : `, through the group ${group}`;
    return {
      happened: `${message.to} now has ${role(message.facts['role'])} on ${message.site.name}${through}.`,
      advice: 'Tell the person what they can do now, and what not any more.',
    };
  }),
  'converted-to-portal-only': silence('Converted to portal-only', ({ to, site }) => ({
    happened: `The Atlassian account of ${to} was converted to a portal-only account of ${site.name}.`,
    advice:
      'Write to the person: the help center asks for its own password from now on, not for the Atlassian account.',
  })),
  'copied-without-message': silence('Copied', (message) => {
    const copied = Number(message.facts['count'] ?? 0);
    return {
      happened: `The copy plan ${fact(message, 'plan')} brought ${countOf(copied, CUSTOMERS)} to ${message.site.name}.`,
      advice: `Copied customers receive no message. Send them the address of the help center yourself, and say which account they log in with.`,
    };
  }),
} as const satisfies Record<Message['kind'], Words & { readonly isSent: boolean }>;

const CUSTOMERS = { one: 'customer', other: 'customers' };

/** What a message says, or what it means that there is none. */
export function messageWords(message: Message): MailWords | SilenceWords {
  return WORDS[message.kind].words(message);
}

/** "Access revoked" */
export function messageKindLabel(kind: Message['kind']): string {
  return WORDS[kind].label;
}

/** The kinds that are sent, or those that are not. */
export function messageKinds(isSent: boolean): Message['kind'][] {
  return (Object.keys(WORDS) as Message['kind'][]).filter((kind) => WORDS[kind].isSent === isSent);
}
