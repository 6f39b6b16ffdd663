import type { ProjectCustomer } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { logInWords, whyNoLogIn } from '#src/ui/log-in-words.ts';
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
    width: '16rem',
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'holding',
    heading: 'Account type',
    width: '9.5rem',
    cell: ({ holding }) => accountTypeLabel(holding),
  },
  {
    id: 'role',
    heading: 'Project role',
    width: '7.5rem',
    cell: ({ hasRole }) => roleLabel(hasRole ? 'added' : 'not-added'),
  },
  {
    id: 'customer-organizations',
    heading: 'Customer organizations',
    width: '10rem',
    cell: ({ customerOrganizations: names }) => (names.length === 0 ? 'None' : names.join(', ')),
  },
  {
    id: 'requests',
    heading: 'Requests',
    sort: 'requests',
    align: 'end',
    width: '5.5rem',
    cell: ({ requests }) => count(requests),
  },
  {
    id: 'state',
    heading: 'Status and log-in',
    sort: 'state',
    width: '13rem',
    cell: ({ state, logIn }) => (
      <Stack gap="050">
        <span>
          <Lozenge tone={stateLook(state).tone}>{stateLook(state).label}</Lozenge>
        </span>
        <Hint>{logInText(logIn, state)}</Hint>
      </Stack>
    ),
  },
];

/** "With a portal password"; why somebody cannot is said once, where the status has not. */
function logInText(logIn: ProjectCustomer['logIn'], state: ProjectCustomer['state']): string {
  if (logIn.outcome === 'login-loop') return 'Log-in loop between portal and single sign-on';
  if (logIn.outcome === 'refused') {
    const { because } = logIn;
    return because === null || because === state
      ? 'Cannot log in'
      : `Cannot log in: ${whyNoLogIn(because)}`;
  }
  return logInWords(logIn);
}
