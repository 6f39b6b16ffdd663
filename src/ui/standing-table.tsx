/* One person's standing on a site before and after a step, side by side; what differs stands out. */
import type { Standing } from '#src/contract/wire.ts';
import { ComparedTable } from './compared-table.tsx';
import { count, countOf } from './count.ts';
import { labels } from './labels.ts';
import { logInWords } from './log-in-words.ts';

const PORTALS = { one: 'portal', other: 'portals' };

/** What the rows say of one standing. */
const ROWS: readonly { readonly heading: string; readonly words: (of: Standing) => string }[] = [
  { heading: 'Account', words: accountWords },
  { heading: 'Log-in', words: ({ logIn }) => logInWords(logIn) },
  {
    heading: 'Portals',
    words: ({ portalsOpen }) => (portalsOpen === 0 ? 'None' : countOf(portalsOpen, PORTALS)),
  },
  { heading: 'Requests that open', words: requestWords },
  {
    heading: 'Licences',
    words: ({ licences }) => (licences === 0 ? 'None' : `${count(licences)}, as an agent`),
  },
];

/** Whether the table would say the same on both sides. */
export function isSameStanding(before: Standing, after: Standing): boolean {
  return ROWS.every(({ words }) => words(before) === words(after));
}

type StandingTableProps = { readonly before: Standing; readonly after: Standing };

/** Two columns: before and after. */
export function StandingTable({ before, after }: StandingTableProps) {
  return (
    <ComparedTable
      caption="Before and after this step"
      of="Of this person"
      now="Before"
      afterwards="After"
      rows={ROWS.map(({ heading, words }) => {
        const [then, later] = [words(before), words(after)];
        return {
          heading,
          now: then,
          afterwards: then === later ? later : <strong>{later}</strong>,
        };
      })}
    />
  );
}

const PORTAL_STATES: Readonly<Record<NonNullable<Standing['portalOnly']>['state'], string>> = {
  active: 'active',
  revoked: 'access revoked',
  migrating: 'migrating',
  migrated: 'inactive',
};

const ROLES: Readonly<Record<NonNullable<Standing['atlassian']>['role'], string>> = {
  agent: 'agent',
  customer: labels.customerRole,
  none: 'no role',
};

function accountWords({ portalOnly, atlassian }: Standing): string {
  const words = [
    portalOnly && `${labels.portalOnly} (${PORTAL_STATES[portalOnly.state]})`,
    atlassian &&
      `${labels.atlassianAccount} (${atlassian.state === 'active' ? ROLES[atlassian.role] : atlassian.state})`,
  ].filter((part) => part !== null);
  return words.length === 0 ? 'None on this site' : words.join(', ');
}

function requestWords({ requestsOpen, requestsTotal }: Standing): string {
  return requestsTotal === 0 ? 'No request' : `${count(requestsOpen)} of ${count(requestsTotal)}`;
}
