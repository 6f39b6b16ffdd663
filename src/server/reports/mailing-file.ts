/* The mailing list of a run: one row a customer, to write to by group. */
import type { MailingRow } from '#src/application/mailing.ts';
import { writeCsv } from '../csv/write-csv.ts';
import {
  happenedText,
  mailingGroupText,
  mailingLogInText,
  mailingStepsText,
} from './mailing-words.ts';

export const MAILING_FILE = 'MailingList.csv';

/** Path of the help center on any site: the link to give existing customers (S2). */
const HELP_CENTER_PATH = '/servicedesk/customer/portals';

const HEADINGS: readonly string[] = [
  'Email',
  'Display name',
  'Message group',
  'What happened',
  'How to log in',
  'Before it works',
  'Help center',
];

/** The file. `raw` leaves cells unguarded that a spreadsheet would run. */
export function mailingCsv(rows: readonly MailingRow[], raw: boolean): Uint8Array {
  return writeCsv(HEADINGS, rows.map(cells), { guard: !raw });
}

function cells({ email, name, action, group, logIn, steps }: MailingRow): string[] {
  const isTold = group !== 'nobody';
  return [
    email,
    name,
    mailingGroupText(group),
    happenedText(action, group),
    isTold ? mailingLogInText(logIn) : '',
    mailingStepsText(steps),
    isTold ? HELP_CENTER_PATH : '',
  ];
}
