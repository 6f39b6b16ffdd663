/* Arrival in words: what became of people, and how that is told in a list, a panel and the counts. */
import type { ArrivedPerson, ServerArrival } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

export const PEOPLE = { one: 'person', other: 'people' };
export const CUSTOMERS = { one: 'customer', other: 'customers' };

type Explanation = ArrivedPerson['explanation'];
export type Code = Explanation['code'];
type Row = ArrivedPerson['row'];

export const ROWS: readonly Row[] = ['customer', 'licensed', 'former'];

/** Whom the server takes somebody for. */
export function rowLabel(row: Row): string {
  return { customer: labels.customer, licensed: 'Licensed user', former: 'Former customer' }[row];
}

type CodeWords = { readonly label: string; readonly tone: LozengeTone };

/** In the order of tiles and of the reconciliation: who is there, who is not and need not be, who is missing. */
const CODE_WORDS: Readonly<Record<Code, CodeWords>> = {
  created: { label: 'Created', tone: 'success' },
  linked: { label: 'Linked', tone: 'success' },
  'linked-to-atlassian': { label: `Linked to ${labels.atlassianAccount}`, tone: 'success' },
  'two-accounts': { label: 'Two accounts', tone: 'moved' },
  'converted-since': { label: 'Converted since', tone: 'inprogress' },
  merged: { label: 'Merged', tone: 'inprogress' },
  former: { label: 'Former customer', tone: 'default' },
  excluded: { label: 'Excluded by choice', tone: 'default' },
  'gone-since': { label: 'Gone since', tone: 'removed' },
  blocked: { label: 'Blocked', tone: 'removed' },
  failed: { label: 'Failed', tone: 'removed' },
  waiting: { label: 'Waiting', tone: 'new' },
};

export const CODES = Object.keys(CODE_WORDS) as Code[];

/** Whoever is meant to be there and is not. */
const MISSING: ReadonlySet<Code> = new Set(['gone-since', 'blocked', 'failed', 'waiting']);

export function codeWords(code: Code): CodeWords {
  return CODE_WORDS[code];
}

export function isMissing(code: Code): boolean {
  return MISSING.has(code);
}

const KINDS = { 'portal-only': 'portal-only account', atlassian: 'Atlassian account' } as const;

const WHY_FORMER = {
  deleted: 'Deleted on the server.',
  'inactive-directory': 'Stands in an inactive directory of the server.',
  fix: 'The fix for the address makes a former user.',
} as const;

const WHY_EXCLUDED = {
  'no-customers': 'The migration takes no customers.',
  'never-raised-a-request': 'Never raised a request, so not among all customers.',
  'not-related': 'Has nothing to do with the selected service projects.',
} as const;

const WHY_BLOCKED = {
  invalid: 'The address is invalid and nothing is done about it.',
  duplicated: 'Others have the same address and nothing is done about it.',
} as const;

/** What the word in the lozenge means for this person. */
export function explanationText({ explanation, row }: ArrivedPerson): string {
  switch (explanation.code) {
    case 'created': {
      const account = row === 'licensed' ? KINDS.atlassian : 'account';
      return `A new ${account}${explanation.inAdvance ? ', made in advance' : ''}.`;
    }
    case 'linked':
      return `The address had an account of the same kind there: requests are linked to it.`;
    case 'linked-to-atlassian':
      return 'The address had an Atlassian account there, and it stays one.';
    case 'two-accounts':
      return `The address has both accounts there. Requests are with the ${KINDS[explanation.attachedTo]}.`;
    case 'converted-since':
      return `Arrived as ${article(explanation.from)}, and has the other kind by now.`;
    case 'gone-since':
      return 'Arrived, and the account is no longer there.';
    case 'merged':
      return `No account of its own: came along in the account of ${explanation.into}.`;
    case 'former': {
      const appears = explanation.referenced
        ? `Requests that arrived name ${labels.formerUser}.`
        : 'No data that arrived names this person.';
      return `${WHY_FORMER[explanation.why]} ${appears}`;
    }
    case 'excluded':
      return WHY_EXCLUDED[explanation.why];
    case 'blocked':
      return WHY_BLOCKED[explanation.problem];
    case 'failed':
      return 'The run met a fault at this person and ended.';
    case 'waiting':
      return 'No run came to this person yet.';
  }
}

function article(kind: keyof typeof KINDS): string {
  return kind === 'atlassian' ? `an ${KINDS[kind]}` : `a ${KINDS[kind]}`;
}

/** A line of the reconciliation: what became of people, whom the server takes them for, by whom. */
export function partLabel({ row, code, taken }: ServerArrival['parts'][number]): string {
  const more = [
    ...(row === 'customer' ? [] : [rowLabel(row).toLowerCase()]),
    ...(taken ? [] : ['by another migration']),
  ];
  return more.length === 0
    ? codeWords(code).label
    : `${codeWords(code).label} (${more.join(', ')})`;
}

/** "1 waiting and 2 failed": customers who are missing, in words. */
export function missingText(parts: ServerArrival['parts']): string {
  const missing = missingCustomers(parts);
  return listOf(
    missing.map(({ code, onServer }) => `${onServer} ${codeWords(code).label.toLowerCase()}`),
  );
}

/** Parts of customers of the migration who are not on the site though they are meant to be. */
export function missingCustomers(parts: ServerArrival['parts']): ServerArrival['parts'] {
  return parts.filter(({ code, onServer }) => isMissing(code) && onServer > 0);
}

export function requestsText({ requests, requestsArrived }: ArrivedPerson): string {
  if (requests === 0) return 'None';
  return `${requestsArrived} of ${countOf(requests, { one: 'request', other: 'requests' })}`;
}
