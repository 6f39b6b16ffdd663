import { Link } from 'react-router-dom';
import type { AttentionRow, CopyPlan } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { Icon } from '#src/ui/icon.tsx';
import { labels } from '#src/ui/labels.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Person } from '#src/ui/person.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { nextStep, problemLabel, workFailure } from './attention-words.ts';
import styles from './copy-plans.module.css';
import { isMigration } from './flow-words.ts';

/** Columns of RequiresAttention.csv on screen, each row with the way to its next step. */
export function attentionColumns(plan: CopyPlan): readonly Column<AttentionRow>[] {
  return [
    {
      id: 'customer',
      heading: isMigration(plan) ? 'Person' : labels.customer,
      isRowHeader: true,
      width: '28%',
      cell: ({ name, email }) => <Person name={name} email={email} />,
    },
    {
      id: 'types',
      heading: 'Account types',
      cell: (row) => (
        <span className={styles['types']}>
          <span>{`${accountTypeLabel(row.sourceHolding)} on ${plan.source.name}`}</span>
          <span>{`${accountTypeLabel(row.destinationHolding)} on ${plan.destination.name}`}</span>
        </span>
      ),
    },
    {
      id: 'problem',
      heading: labels.problem,
      width: '18%',
      cell: (row) => problemLabel(row.problem),
    },
    {
      id: 'next',
      heading: labels.nextStep,
      width: '24%',
      cell: (row) => <NextStep row={row} siteId={plan.destination.id} />,
    },
    {
      id: 'state',
      heading: labels.status,
      cell: (row) => <RowState row={row} />,
    },
  ];
}

function RowState({ row: { state, work } }: { readonly row: AttentionRow }) {
  if (state === 'done') return <Lozenge tone="success">Done</Lozenge>;
  if (!work) return <Lozenge tone="moved">Open</Lozenge>;
  if (work.state === 'waiting') {
    return <Lozenge tone="inprogress">{work.step === 'grant' ? 'Granting' : 'Migrating'}</Lozenge>;
  }
  return (
    <span className={styles['types']}>
      <Lozenge tone="removed">Failed</Lozenge>
      <span>{workFailure(work.reason)}</span>
    </span>
  );
}

function NextStep({ row, siteId }: { readonly row: AttentionRow; readonly siteId: string }) {
  const { label, to } = nextStep(row, siteId);
  if (row.state === 'open') return <Link to={to}>{label}</Link>;
  return (
    <span className={styles['calm']}>
      <Icon name="check" />
      <Link to={to}>{row.group ? 'Group approved' : 'Portal-only account migrated'}</Link>
    </span>
  );
}
