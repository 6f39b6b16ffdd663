/* Download CSV: every row of one check before a run, guarded against spreadsheets. */
import type { CopyCheckId, CopyChecks, OrganizationDifference } from '#src/domain/copy-checks.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { FileAnswer } from '../handler.ts';
import { roleText } from './report-words.ts';

type Sheet = { readonly headings: readonly string[]; readonly rows: readonly string[][] };

/** The rows of a check as a file. */
export function checkFile(id: CopyCheckId, checks: CopyChecks): FileAnswer {
  const { headings, rows } = SHEETS[id](checks);
  return { fileName: `check-${id}.csv`, bytes: writeCsv(headings, rows, { guard: true }) };
}

const PERSON = ['Email', 'Display name'];

const SHEETS: Readonly<Record<CopyCheckId, (checks: CopyChecks) => Sheet>> = {
  permissions: ({ permissions }) => ({
    headings: ['End', 'Site', 'Organization'],
    rows: permissions.rows.map(({ end, site, organization }) => [end, site, organization]),
  }),
  'customer-organizations': (checks) => ({
    headings: [
      'Customer organization',
      'Difference',
      'Members on source',
      'Members on destination',
      'Members on both',
      'Service projects on source',
      'Service projects on destination',
      'Service projects linked on one site only',
    ],
    rows: checks['customer-organizations'].rows.map((row) => [
      row.name,
      DIFFERENCES[row.differs],
      String(row.sourceMembers.length),
      String(row.destinationMembers.length),
      String(row.membersInCommon),
      row.sourceProjects.join('; '),
      row.destinationProjects.join('; '),
      row.projectsAtOneEnd.join('; '),
    ]),
  }),
  licences: ({ licences }) => ({
    headings: [...PERSON, 'Groups', 'Takes a licence'],
    rows: licences.rows.map(({ email, name, groups, when }) => [
      email,
      name,
      groups.join('; '),
      when === 'at-once' ? 'At once' : 'After approval',
    ]),
  }),
  'existing-groups': (checks) => ({
    headings: ['Group', ...PERSON, 'Role that the group gives', 'Admin access', 'Role now'],
    rows: checks['existing-groups'].rows.map((row) => [
      row.group,
      row.email,
      row.name,
      roleText(row.gives),
      row.givesAdmin ? 'Yes' : 'No',
      roleText(row.roleNow),
    ]),
  }),
  'blocked-groups': (checks) => ({
    headings: ['Group', ...PERSON],
    rows: checks['blocked-groups'].rows.map(({ group, email, name }) => [group, email, name]),
  }),
  'data-changed': (checks) => ({
    headings: ['Forecast shown', 'Present forecast'],
    rows: checks['data-changed'].rows.map(({ shown, present }) => [shown ?? '', present]),
  }),
};

const DIFFERENCES: Readonly<Record<OrganizationDifference, string>> = {
  members: 'Members',
  projects: 'Project access',
  both: 'Members and project access',
};
