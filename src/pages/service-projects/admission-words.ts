/* What adding an address to a service project comes to, before and after, in plain words. */
import type { ProjectNewcomer } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { logInWords } from '#src/ui/log-in-words.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';
import { reasonText } from '#src/ui/newcomer-words.ts';

/** Whether the step is about to be taken or was taken. */
export type Tense = 'coming' | 'done';

type Outcome = ProjectNewcomer['outcome'];
type Look = { readonly label: string; readonly tone: LozengeTone };

const LOOKS: Readonly<Record<Exclude<Outcome, 'existing'>, Look>> = {
  'portal-only': { label: 'New portal-only account', tone: 'success' },
  atlassian: { label: labels.atlassianAccount, tone: 'inprogress' },
  'in-project': { label: 'Already in the project', tone: 'default' },
  refused: { label: 'Refused', tone: 'removed' },
};

/** "New portal-only account", "Existing portal-only": short enough for a lozenge */
export function admissionLook({ outcome, reason }: ProjectNewcomer): Look {
  if (outcome !== 'existing') return LOOKS[outcome];
  return reason === 'has-portal-only'
    ? { label: 'Existing portal-only', tone: 'success' }
    : { label: `Existing ${labels.atlassianAccount}`, tone: 'inprogress' };
}

/** What the address has or gets, and why. */
export function admissionText(newcomer: ProjectNewcomer): string {
  const { outcome, reason } = newcomer;
  if (outcome === 'in-project') {
    return `It has the project role ${labels.serviceDeskCustomers} here: nothing changes.`;
  }
  if (outcome !== 'existing') return reasonText(newcomer);
  if (reason === 'given-customer-role') {
    return 'It has an Atlassian account on this site without a role: the account gets the Customer role and the project role.';
  }
  const account = reason === 'has-portal-only' ? 'a portal-only account' : 'an Atlassian account';
  return `It has ${account} on this site, which gets the project role.`;
}

/** Whether the person hears of it, and if not why. */
export function messageText({ outcome, isTold, logIn }: ProjectNewcomer, tense: Tense): string {
  if (outcome === 'refused' || outcome === 'in-project') return 'No message.';
  if (isTold) return tense === 'done' ? 'An invitation was sent.' : 'An invitation is sent.';
  const why = logIn ? ` Logging in: ${logInWords(logIn)}.` : '';
  return `No message, because the person cannot log in.${why}`;
}

const NOUNS: readonly (readonly [Outcome, { readonly one: string; readonly other: string }])[] = [
  ['portal-only', { one: 'new portal-only account', other: 'new portal-only accounts' }],
  ['atlassian', { one: 'new Atlassian account here', other: 'new Atlassian accounts here' }],
  ['existing', { one: 'existing account added', other: 'existing accounts added' }],
  ['in-project', { one: 'already in the project', other: 'already in the project' }],
  ['refused', { one: 'refused', other: 'refused' }],
];

/** "Added: 2 new portal-only accounts and 1 refused" */
export function admissionsText(newcomers: readonly ProjectNewcomer[], tense: Tense): string {
  const parts = NOUNS.flatMap(([outcome, noun]) => {
    const number = newcomers.filter((newcomer) => newcomer.outcome === outcome).length;
    return number === 0 ? [] : [countOf(number, noun)];
  });
  return `${tense === 'done' ? 'Result' : 'Would be'}: ${listOf(parts)}`;
}

/** How many get an invitation, and how many hear nothing. */
export function toldText(newcomers: readonly ProjectNewcomer[], tense: Tense): string {
  const told = newcomers.filter(({ isTold }) => isTold).length;
  const silent = newcomers.length - told;
  const invited = countOf(told, INVITATIONS);
  const sent = tense === 'done' ? (told === 1 ? 'was sent' : 'were sent') : 'to send';
  const others = silent === 0 ? '' : `, ${countOf(silent, ADDRESSES)} without a message`;
  return `${invited} ${sent}${others}.`;
}

const INVITATIONS = { one: 'invitation', other: 'invitations' };
const ADDRESSES = { one: 'address', other: 'addresses' };
