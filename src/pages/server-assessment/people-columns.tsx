import type { AssessedPerson } from '#src/contract/wire.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { OUTCOMES, outcomeText, problemText, rowLabel } from './assessment-words.ts';

/** Who, under which user name, with which problem, and what becomes of them. */
export const peopleColumns: readonly Column<AssessedPerson>[] = [
  {
    id: 'person',
    heading: 'User',
    isRowHeader: true,
    width: '28%',
    cell: ({ name, email }) => <Person name={name} email={email || 'No address'} />,
  },
  {
    id: 'user-name',
    heading: 'User name',
    width: '16%',
    cell: ({ userName, row, active }) => (
      <Stack gap="050">
        <span>{userName}</span>
        <Hint>{active ? rowLabel(row) : `${rowLabel(row)}, inactive`}</Hint>
      </Stack>
    ),
  },
  {
    id: 'problem',
    heading: 'Problem',
    width: '18%',
    cell: (person) => <Problem person={person} />,
  },
  {
    id: 'outcome',
    heading: 'What a migration makes of them',
    cell: (person) => (
      <Stack gap="050">
        <span>
          <Lozenge tone={OUTCOMES[person.outcome.kind].tone}>
            {OUTCOMES[person.outcome.kind].label}
          </Lozenge>
        </span>
        <Hint>{outcomeText(person)}</Hint>
      </Stack>
    ),
  },
];

function Problem({ person }: { readonly person: AssessedPerson }) {
  const { problem } = person;
  if (problem === null) return 'None';
  return (
    <Stack gap="050">
      <span>{problem === 'invalid' ? 'Invalid' : 'Duplicated'}</span>
      <Hint>{problemText(person)}</Hint>
    </Stack>
  );
}
