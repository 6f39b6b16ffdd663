/* Arrival.csv: everybody on a server with what became of them, one row each. */
import type { ArrivalRow } from '#src/application/server-arrival-people.ts';
import type { Explanation } from '#src/domain/arrival.ts';
import type { ServerRow } from '#src/domain/server-table.ts';
import { writeCsv } from '../csv/write-csv.ts';

export const ARRIVAL_FILE = 'Arrival.csv';

const HEADINGS = [
  'User key',
  'User name',
  'Display name',
  'Email',
  'On the server',
  'Taken',
  'What became of them',
  'Details',
  'By migration',
  'Account on destination',
  'Email on destination',
  'Requests',
  'Requests on destination',
];

/** The file. `raw` leaves cells unguarded that a spreadsheet would run. */
export function arrivalCsv(rows: readonly ArrivalRow[], raw: boolean): Uint8Array {
  return writeCsv(HEADINGS, rows.map(cells), { guard: !raw });
}

function cells(row: ArrivalRow): string[] {
  const { person, explanation, destination } = row;
  return [
    person.userKey,
    person.userName,
    person.name,
    person.email,
    ROWS[row.row],
    row.taken ? 'Yes' : 'No',
    CODES[explanation.code],
    details(explanation),
    row.by?.name ?? '',
    accountTypes(destination),
    destination?.email ?? '',
    String(row.requests),
    String(row.requestsArrived),
  ];
}

const ROWS: Readonly<Record<ServerRow, string>> = {
  licensed: 'Licensed user',
  customer: 'Customer',
  former: 'Former customer',
};

const CODES: Readonly<Record<Explanation['code'], string>> = {
  created: 'Created',
  linked: 'Linked',
  'linked-to-atlassian': 'Linked to Atlassian account',
  'two-accounts': 'Two accounts',
  'converted-since': 'Converted since',
  'gone-since': 'Gone since',
  merged: 'Merged',
  former: 'Former customer',
  excluded: 'Excluded by choice',
  blocked: 'Blocked',
  failed: 'Failed',
  waiting: 'Waiting',
};

const KINDS = { 'portal-only': 'Portal-only account', atlassian: 'Atlassian account' } as const;

const WHY = {
  deleted: 'Deleted on the server',
  'inactive-directory': 'In an inactive directory',
  fix: 'Fixed as Former user',
  'no-customers': 'No customers chosen',
  'never-raised-a-request': 'Never raised a request',
  'not-related': 'Not related to the selected projects',
  invalid: 'Invalid address',
  duplicated: 'Duplicated address',
} as const;

function details(explanation: Explanation): string {
  switch (explanation.code) {
    case 'created':
      return explanation.inAdvance ? 'In advance' : '';
    case 'two-accounts':
      return `Requests are with the ${KINDS[explanation.attachedTo]}`;
    case 'converted-since':
      return `Arrived as ${KINDS[explanation.from]}`;
    case 'merged':
      return `Into ${explanation.into}`;
    case 'former':
    case 'excluded':
      return WHY[explanation.why];
    case 'blocked':
      return WHY[explanation.problem];
    case 'failed':
      return 'The run met a fault';
    case 'linked':
    case 'linked-to-atlassian':
    case 'gone-since':
    case 'waiting':
      return '';
  }
}

function accountTypes(destination: ArrivalRow['destination']): string {
  const kinds = [
    destination?.portalCustomerId && KINDS['portal-only'],
    destination?.accountId && KINDS.atlassian,
  ];
  return kinds.filter(Boolean).join(' and ');
}
