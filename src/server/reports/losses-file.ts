/* AccessLosses.csv: everybody who would lose sight of requests, one row a request. */
import type { LosingPerson } from '#src/application/copy-losses.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import type { LossReason } from '#src/domain/copy-losses.ts';
import { writeCsv } from '../csv/write-csv.ts';
import { outcomeText } from './report-words.ts';

export const LOSSES_FILE = 'AccessLosses.csv';

const HEADINGS = [
  'Email',
  'Display name',
  'What happens',
  'Request',
  'Summary',
  'Where',
  'Why',
  'Next step',
];

/** The file. `raw` leaves cells unguarded that a spreadsheet would run. */
export function lossesCsv(
  people: readonly LosingPerson[],
  plan: Pick<CopyPlan, 'flow'>,
  raw: boolean,
): Uint8Array {
  const rows = people.flatMap(({ email, name, action, requests }) =>
    requests.map(({ key, summary, where, reason }) => [
      email,
      name,
      outcomeText(action, plan),
      key,
      summary,
      where === 'destination' ? 'On destination' : 'Arriving from source',
      WORDS[reason].why,
      WORDS[reason].next,
    ]),
  );
  return writeCsv(HEADINGS, rows, { guard: !raw });
}

const WORDS: Readonly<Record<LossReason, { readonly why: string; readonly next: string }>> = {
  'duplicate-account': {
    why: 'Attached to the portal-only account',
    next: 'Upgrade portal-only account to Atlassian account',
  },
  'review-pending': {
    why: 'A group waits for review',
    next: 'Review the imported group to assign the role',
  },
  'role-missing': {
    why: 'No group gives a role on destination',
    next: 'Add the account to a group with the Customer role on destination',
  },
  suspended: {
    why: 'Account suspended on destination',
    next: 'Restore access on destination',
  },
  revoked: {
    why: 'Portal-only account inactive on destination',
    next: 'Grant access to the portal-only account on destination',
  },
  migrating: {
    why: 'Portal-only account is being migrated',
    next: 'Wait until the migration ends, then look again',
  },
  'organization-left-behind': {
    why: 'Customer organization does not come along',
    next: 'Select a service project of the customer organization, or add the customer as a participant',
  },
  'organization-copied-before': {
    why: 'Customer organization was copied earlier, without this customer',
    next: 'Add the customer to the customer organization on destination',
  },
};
