/* Download CSV: every row of a check that only a server plan has, guarded against spreadsheets. */
import type {
  CheckedPerson,
  PersonReason,
  ServerCheckId,
  ServerChecks,
} from '#src/domain/server-checks.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { FileAnswer } from '../handler.ts';

type Row = ServerChecks[ServerCheckId]['rows'][number];

/** The rows of a check as a file; a check without rows gives its headings. */
export function serverCheckFile(id: ServerCheckId, checks: ServerChecks): FileAnswer {
  const { rows }: { readonly rows: readonly Row[] } = checks[id];
  const { headings, cells } = sheetOf(id);
  const bytes = writeCsv(headings, rows.map(cells), { guard: true });
  return { fileName: `check-${id}.csv`, bytes };
}

type Sheet = { readonly headings: readonly string[]; cells(row: Row): string[] };

const PEOPLE: Sheet = {
  headings: ['User name', 'Email', 'Display name', 'Case'],
  cells: (row) => ('userName' in row ? personCells(row) : []),
};

const PROJECTS: Sheet = {
  headings: ['Key', 'Name', 'Key on destination', 'Name on destination', 'Requests'],
  cells: (row) =>
    'keyThere' in row ? [row.key, row.name, row.keyThere, row.nameThere, String(row.requests)] : [],
};

function sheetOf(id: ServerCheckId): Sheet {
  switch (id) {
    case 'destination-busy':
      return { headings: ['Migration'], cells: (row) => ('name' in row ? [row.name] : []) };
    case 'site-not-empty':
      return {
        headings: ['Data', 'Count'],
        cells: (row) => ('what' in row ? [row.what, String(row.count)] : []),
      };
    case 'project-names':
    case 'copied-before':
      return PROJECTS;
    default:
      return PEOPLE;
  }
}

function personCells({ userName, email, name, why }: CheckedPerson): string[] {
  return [userName, email, name, why === null ? '' : CASES[why]];
}

const CASES: Readonly<Record<PersonReason, string>> = {
  'both-already': 'Has both account types already',
  'both-afterwards': 'Has both account types afterwards',
  appears: 'Appears as Former customer',
  nowhere: 'Appears nowhere',
  'no-customers': 'The plan takes no customers',
  'never-raised-a-request': 'Never raised a request',
  'not-related': 'Not related to the selected projects',
};
