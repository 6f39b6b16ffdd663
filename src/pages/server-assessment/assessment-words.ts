/* An assessment in words: problems, what is wrong with an address, and what becomes of people. */
import type { AssessedPerson } from '#src/contract/wire.ts';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

export const USERS = { one: 'user', other: 'users' };
export const CUSTOMERS = { one: 'customer', other: 'customers' };
export const ADDRESSES = { one: 'address', other: 'addresses' };

type Outcome = AssessedPerson['outcome'];

/** The product tells licensed users and customers apart by these two words. */
export function rowLabel(row: AssessedPerson['row']): string {
  return row === 'customer' ? labels.customer : 'User';
}

export const OUTCOME_KINDS = ['arrives', 'merged', 'former', 'blocked'] as const;

export const OUTCOMES: Readonly<
  Record<Outcome['kind'], { readonly label: string; readonly tone: LozengeTone }>
> = {
  arrives: { label: 'Arrives', tone: 'success' },
  merged: { label: 'Merged', tone: 'inprogress' },
  former: { label: labels.formerUser, tone: 'default' },
  blocked: { label: 'Blocked', tone: 'removed' },
};

/** What the word in the lozenge means for this person. */
export function outcomeText({ outcome, email, sharing }: AssessedPerson): string {
  switch (outcome.kind) {
    case 'arrives':
      return [
        outcome.email === email
          ? `With this address, as a ${outcome.row === 'licensed' ? 'user' : 'customer'}.`
          : `As a ${outcome.row === 'licensed' ? 'user' : 'customer'}, with the address ${outcome.email}.`,
        ...(outcome.mergedCount > 0
          ? [`Brings along the content of ${mergedText(outcome.mergedNames, outcome.mergedCount)}.`]
          : []),
      ].join(' ');
    case 'merged':
      return `No account of its own: content and permissions go to ${outcome.into}.`;
    case 'former':
      return `No account: content stands under ${labels.formerUser}.`;
    case 'blocked':
      return outcome.problem === 'invalid'
        ? 'Blocks a migration until the address is fixed.'
        : `Blocks a migration until ${sharing > 1 ? 'nobody else has the address' : 'nobody else gets the same address'}.`;
  }
}

/** "dan.home", or "dan.home, dan.old, and 12 more". */
function mergedText(names: readonly string[], total: number): string {
  const more = total - names.length;
  return listOf(more > 0 ? [...names, `${count(more)} more`] : names);
}

/** The problem with a person's address; null where there is none. */
export function problemText({ problem, fault, sharing }: AssessedPerson): string | null {
  if (problem === 'invalid') return faultText(fault ?? '');
  if (problem === 'duplicated') return `${countOf(sharing, USERS)} share it`;
  return null;
}

const FAULTS: Readonly<Record<string, string>> = {
  'email-missing': 'There is no address',
  'email-without-at': 'It has no @',
  'email-too-long': 'It is too long',
  'domain-without-dot': 'Its domain has no dot',
  'unreadable-character': 'It has a character that cannot be read',
  'control-character': 'It has an invisible character',
  space: 'It has a space in it',
  'several-at': 'It has more than one @',
  'no-local-part': 'Nothing stands before the @',
  'no-domain': 'Nothing stands after the @',
  'empty-domain-label': 'Its domain has two dots in a row, or one at an end',
  'long-domain-label': 'A part of its domain is too long',
  'character-in-domain': 'Its domain has a character that no domain has',
  'character-in-local-part': 'A character before the @ cannot be used',
};

/** What is wrong with an address, by the domain's code. */
export function faultText(code: string): string {
  return FAULTS[code] ?? 'It is not written as an address';
}
