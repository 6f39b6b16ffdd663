import type { Outcome } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { VisuallyHidden } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import styles from './copy-plans.module.css';
import { outcomeLabel } from './outcome-words.ts';

const identityColumns: readonly Column<Outcome>[] = [
  {
    id: 'customer',
    heading: 'Customer',
    isRowHeader: true,
    width: '26%',
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'source',
    heading: 'On source',
    cell: ({ sourceHolding }) => accountTypeLabel(sourceHolding),
  },
  {
    id: 'destination',
    heading: 'On destination',
    cell: ({ destinationHolding }) => accountTypeLabel(destinationHolding),
  },
  {
    id: 'after',
    heading: 'After copying',
    cell: ({ afterHolding }) => accountTypeLabel(afterHolding),
  },
];

const accessColumn: Column<Outcome> = {
  id: 'access',
  heading: 'Can open requests',
  width: '12%',
  align: 'end',
  cell: (row) => <AccessCell row={row} />,
};

/** Columns for what happens, or has happened, to each customer. */
export const outcomeColumns: readonly Column<Outcome>[] = [
  ...identityColumns,
  { id: 'action', heading: 'What happens', width: '20%', cell: (row) => <ActionCell row={row} /> },
  accessColumn,
];

/** The same while a run goes on: who is copied already. */
export const runningColumns: readonly Column<Outcome>[] = [
  ...identityColumns,
  {
    id: 'action',
    heading: 'What happens',
    width: '20%',
    cell: (row) => <ActionCell row={row} isRunning />,
  },
  accessColumn,
];

type ActionCellProps = { readonly row: Outcome; readonly isRunning?: boolean };

function ActionCell({ row, isRunning = false }: ActionCellProps) {
  return (
    <span className={styles['action']}>
      {outcomeLabel(row.action)}
      {row.attention.length > 0 && <Lozenge tone="moved">Requires attention</Lozenge>}
      {isRunning &&
        (row.state === 'done' ? (
          <Lozenge tone="success">Copied</Lozenge>
        ) : (
          <Lozenge>Waiting</Lozenge>
        ))}
    </span>
  );
}

/** Requests on the destination before and after, with how many arrive. */
function AccessCell({ row }: { readonly row: Outcome }) {
  const { canOpenBefore: before, canOpenAfter: after, arriving } = row;
  return (
    <span className={styles['access']}>
      <span className={after < before ? styles['loses'] : undefined}>
        <VisuallyHidden>{`${count(before)} before, ${count(after)} after`}</VisuallyHidden>
        <span aria-hidden className={styles['change']}>
          {count(before)} <Icon name="arrow-right" size={12} /> {count(after)}
        </span>
      </span>
      {arriving > 0 && (
        <span className={styles['quiet']}>
          {countOf(arriving, { one: 'arrives', other: 'arrive' })}
        </span>
      )}
    </span>
  );
}
