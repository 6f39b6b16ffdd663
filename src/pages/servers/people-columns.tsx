import type { ReactNode } from 'react';
import type { ServerPerson } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { CHANNELS, formerText, KINDS, PROBLEMS, rightsText, STATES } from './people-words.ts';
import styles from './servers.module.css';

export const PEOPLE_SORTS = ['name', 'userName', 'email'] as const;

/** Who, under which user name, as what, where, and whether anything stands in the way. */
export const peopleColumns: readonly Column<ServerPerson, (typeof PEOPLE_SORTS)[number]>[] = [
  {
    id: 'person',
    heading: 'User',
    isRowHeader: true,
    width: '28%',
    sort: 'name',
    cell: ({ name, email }) => <Person name={name} email={email || 'No address'} />,
  },
  {
    id: 'user-name',
    heading: 'User name',
    sort: 'userName',
    cell: ({ userName, userKey }) => <Lines first={userName} second={userKey} />,
  },
  {
    id: 'type',
    heading: 'Type',
    width: '12%',
    cell: (person) => <Lines first={KINDS[person.kind]} second={besides(person)} />,
  },
  {
    id: 'directories',
    heading: 'Directory',
    width: '20%',
    cell: ({ directories }) => (
      <ul className={styles['lines']}>
        {directories.map(({ id, name, active }) => (
          <li key={id}>
            {name}
            {!active && (
              <span className={styles['facts']}>{` (${labels.inactive.toLowerCase()})`}</span>
            )}
          </li>
        ))}
      </ul>
    ),
  },
  {
    id: 'state',
    heading: labels.status,
    cell: (person) => {
      const { label, tone } = STATES[person.state];
      return <Lines first={<Lozenge tone={tone}>{label}</Lozenge>} second={formerText(person)} />;
    },
  },
  {
    id: 'problem',
    heading: 'Address',
    cell: ({ problem }) =>
      problem === null ? 'No problem' : <Lozenge tone="moved">{PROBLEMS[problem]}</Lozenge>,
  },
];

/** How customers came, and what licensed users may do. */
function besides(person: ServerPerson): string | null {
  return (
    rightsText(person) ?? (person.kind === 'customer' ? CHANNELS[person.channel ?? 'none'] : null)
  );
}

type LinesProps = { readonly first: ReactNode; readonly second: string | null };

function Lines({ first, second }: LinesProps) {
  return (
    <div className={styles['lines']}>
      <span>{first}</span>
      {second !== null && <span className={styles['facts']}>{second}</span>}
    </div>
  );
}
