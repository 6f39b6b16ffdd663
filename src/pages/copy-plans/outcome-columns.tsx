import type { CopyPlan, Outcome } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Icon } from '#src/ui/icon.tsx';
import { VisuallyHidden } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import styles from './copy-plans.module.css';
import { isMigration, wordsOf } from './flow-words.ts';
import { outcomeLabel } from './outcome-words.ts';

type Flow = Pick<CopyPlan, 'flow'>;

const identityColumns = (plan: Flow): readonly Column<Outcome>[] => [
  {
    id: 'customer',
    heading: isMigration(plan) ? 'Person' : 'Customer',
    isRowHeader: true,
    width: '26%',
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'source',
    heading: isMigration(plan) ? 'On the server' : 'On source',
    cell: ({ sourceHolding }) => accountTypeLabel(sourceHolding),
  },
  {
    id: 'destination',
    heading: 'On destination',
    cell: ({ destinationHolding }) => accountTypeLabel(destinationHolding),
  },
  {
    id: 'after',
    heading: wordsOf(plan).afterwards,
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
export const outcomeColumns = (plan: Flow): readonly Column<Outcome>[] => [
  ...identityColumns(plan),
  {
    id: 'action',
    heading: 'What happens',
    width: '20%',
    cell: (row) => <ActionCell row={row} plan={plan} />,
  },
  accessColumn,
];

/** The same while a run goes on: who is copied already. */
export const runningColumns = (plan: Flow): readonly Column<Outcome>[] => [
  ...identityColumns(plan),
  {
    id: 'action',
    heading: 'What happens',
    width: '20%',
    cell: (row) => <ActionCell row={row} plan={plan} isRunning />,
  },
  accessColumn,
];

type ActionCellProps = {
  readonly row: Outcome;
  readonly plan: Flow;
  readonly isRunning?: boolean;
};

function ActionCell({ row, plan, isRunning = false }: ActionCellProps) {
  return (
    <span className={styles['action']}>
      {outcomeLabel(row.action, plan)}
      {row.attention.length > 0 && <Lozenge tone="moved">Requires attention</Lozenge>}
      {isRunning &&
        (row.state === 'done' ? (
          <Lozenge tone="success">{isMigration(plan) ? 'Migrated' : 'Copied'}</Lozenge>
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
