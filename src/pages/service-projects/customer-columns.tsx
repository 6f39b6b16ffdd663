import type { ProjectCustomer } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { logInWords } from '#src/ui/log-in-words.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { roleLabel, type SORTS, stateLook } from './customer-words.ts';

/** Person, account type, how they belong to the project, and whether they can use the help center. */
export const customerColumns: readonly Column<ProjectCustomer, (typeof SORTS)[number]>[] = [
  {
    id: 'customer',
    heading: labels.customer,
    sort: 'name',
    isRowHeader: true,
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'holding',
    heading: 'Account type',
    width: '9rem',
    cell: ({ holding }) => accountTypeLabel(holding),
  },
  {
    id: 'role',
    heading: 'Project role',
    width: '9rem',
    cell: ({ hasRole }) => roleLabel(hasRole ? 'added' : 'not-added'),
  },
  {
    id: 'customer-organizations',
    heading: 'Customer organizations',
    width: '13rem',
    cell: ({ customerOrganizations: names }) => (names.length === 0 ? 'None' : names.join(', ')),
  },
  {
    id: 'requests',
    heading: 'Requests',
    sort: 'requests',
    align: 'end',
    width: '7rem',
    cell: ({ requests }) => count(requests),
  },
  {
    id: 'state',
    heading: labels.status,
    sort: 'state',
    width: '14rem',
    cell: ({ state, logIn }) => (
      <Stack gap="050">
        <span>
          <Lozenge tone={stateLook(state).tone}>{stateLook(state).label}</Lozenge>
        </span>
        <Hint>{helpCenterText(logIn)}</Hint>
      </Stack>
    ),
  },
];

/** "Help center: with a portal password", "Help center not possible: access is revoked" */
function helpCenterText(logIn: ProjectCustomer['logIn']): string {
  const words = logInWords(logIn);
  const lowered = `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
  return `Help center${logIn.outcome === 'refused' ? '' : ':'} ${lowered}`;
}
