import type { ImportFile, ImportRow } from '#src/contract/wire.ts';
import { Person } from '#src/ui/person.tsx';
import styles from './row-person.module.css';

type RowPersonProps = {
  readonly row: ImportRow;
  /** Undefined when the file was taken out meanwhile. */
  readonly file: ImportFile | undefined;
};

/** Whom a row is about, by its cells; the raw text where it could not be split into cells. */
export function RowPerson({ row, file }: RowPersonProps) {
  const { cells, findings } = row;
  const isRaw = findings.some(
    ({ code }) => code === 'quote-never-closed' || code === 'quote-misplaced',
  );
  if (isRaw) return <code className={styles['raw']}>{cells[0]}</code>;

  const cell = (field: ImportFile['mapping'][number]) => {
    const column = file?.mapping.indexOf(field) ?? -1;
    return cells[column]?.trim() ?? '';
  };
  const fullName = cell('name') || `${cell('first-name')} ${cell('last-name')}`.trim();
  const userName = cell('user-name');
  // On a server the user name says who it is; the name is more of a help.
  const name = [userName, fullName].filter((part) => part !== '').join(' · ');
  const email = cell('email');
  if (name === '' && email === '') {
    return <code className={styles['raw']}>{cells.filter(Boolean).join(' · ')}</code>;
  }
  return (
    <div className={styles['person']}>
      <Person name={name || 'No name'} email={email || 'No e-mail address'} hasAvatar={false} />
    </div>
  );
}
