import type { ArrivedPerson } from '#src/contract/wire.ts';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { codeWords, explanationText, requestsText, rowLabel } from './arrival-words.ts';

/** Who, as what on the server, what became of them, and their requests. */
export const arrivalColumns: readonly Column<ArrivedPerson>[] = [
  {
    id: 'person',
    heading: 'Person',
    isRowHeader: true,
    width: '28%',
    cell: ({ name, email }) => <Person name={name} email={email || 'No address'} />,
  },
  {
    id: 'user-name',
    heading: 'On the server',
    width: '16%',
    cell: ({ userName, row }) => (
      <Stack gap="050">
        <span>{userName}</span>
        <Hint>{rowLabel(row)}</Hint>
      </Stack>
    ),
  },
  {
    id: 'explanation',
    heading: 'What became of them',
    cell: (person) => {
      const { label, tone } = codeWords(person.explanation.code);
      return (
        <Stack gap="050">
          <span>
            <Lozenge tone={tone}>{label}</Lozenge>
          </span>
          <Hint>{explanationText(person)}</Hint>
        </Stack>
      );
    },
  },
  {
    id: 'requests',
    heading: 'Requests arrived',
    width: '14%',
    cell: requestsText,
  },
];
