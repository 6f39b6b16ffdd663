import type { CopyPlan } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import styles from './copy-plans.module.css';
import { PlanStatusCell } from './plan-status.tsx';
import { SiteRoute } from './site-route.tsx';
import { membershipLabel, scopeLabel, userScopeLabel } from './plan-words.ts';

/** Columns of the list of copy plans. */
export const planColumns: readonly Column<CopyPlan>[] = [
  {
    id: 'name',
    heading: 'Name',
    isRowHeader: true,
    cell: ({ name }) => <span className={styles['name']}>{name}</span>,
  },
  { id: 'route', heading: 'Source and destination', cell: (plan) => <SiteRoute plan={plan} /> },
  {
    id: 'includes',
    heading: 'Includes',
    width: '22%',
    cell: (plan) => <IncludesCell plan={plan} />,
  },
  { id: 'status', heading: labels.status, cell: (plan) => <PlanStatusCell plan={plan} /> },
  {
    id: 'attention',
    heading: 'Requires attention',
    cell: ({ attention }) => <AttentionCell attention={attention} />,
  },
  {
    id: 'created',
    heading: 'Created',
    cell: ({ createdAt }) => (
      <span className={styles['date']}>
        <Instant at={createdAt} />
      </span>
    ),
  },
];

function IncludesCell({ plan }: { readonly plan: CopyPlan }) {
  const { flow, customers, users, preserveGroupMembership } = plan;
  return (
    <ul className={styles['includes']}>
      <li>{scopeLabel(customers, flow)}</li>
      <li>{userScopeLabel(users)}</li>
      {!preserveGroupMembership && <li>{membershipLabel(false, flow)}</li>}
    </ul>
  );
}

function AttentionCell({ attention }: Pick<CopyPlan, 'attention'>) {
  if (!attention) return <span className={styles['quiet']}>Not run yet</span>;
  if (attention.total === 0) return 'Nothing';
  if (attention.open === 0) {
    return <Lozenge tone="success">{`All ${count(attention.total)} done`}</Lozenge>;
  }
  return `${count(attention.open)} open of ${count(attention.total)}`;
}
