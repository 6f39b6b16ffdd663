import { useQuery } from '@tanstack/react-query';
import { copyForecastQueries } from '#src/client/copy-forecasts.ts';
import type { CopyPlan, ForecastChanges } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { Pagination } from '#src/ui/pagination.tsx';
import { Person } from '#src/ui/person.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { useListParams } from '#src/ui/use-list-params.ts';
import styles from './forecast.module.css';
import { outcomeLabel } from './outcome-words.ts';
import { CUSTOMERS } from './plan-words.ts';

type PersonChange = ForecastChanges['people']['items'][number];
type Standing = PersonChange['now'] & object;

const CHANGES = {
  changed: { label: 'Changed', tone: 'moved' },
  added: { label: 'Added', tone: 'success' },
  gone: { label: 'Gone', tone: 'removed' },
} as const;

const columns: readonly Column<PersonChange>[] = [
  {
    id: 'customer',
    heading: labels.customer,
    isRowHeader: true,
    width: '30%',
    cell: ({ name, email }) => <Person name={name} email={email} />,
  },
  {
    id: 'change',
    heading: 'Change',
    width: '8rem',
    cell: ({ change }) => <Lozenge tone={CHANGES[change].tone}>{CHANGES[change].label}</Lozenge>,
  },
  { id: 'before', heading: 'As shown', cell: ({ before }) => <StandingCell standing={before} /> },
  { id: 'now', heading: 'Now', cell: ({ now }) => <StandingCell standing={now} /> },
];

function StandingCell({ standing }: { readonly standing: Standing | null }) {
  if (!standing) return 'Not in the plan';
  const { action, afterHolding, canOpenBefore, canOpenAfter, losing, attention } = standing;
  return (
    <span className={styles['why']}>
      <span>{outcomeLabel(action)}</span>
      <span className={styles['next']}>
        {`${accountTypeLabel(afterHolding)} afterwards. Can open ${count(canOpenBefore)} before, ${count(canOpenAfter)} after, loses ${count(losing)}.`}
        {attention.length > 0 && ' Requires attention.'}
      </span>
    </span>
  );
}

type ChangedPeopleProps = { readonly plan: CopyPlan; readonly shown: string };

/** Everybody whose forecast differs, as it was shown and as it is now. */
export function ChangedPeople({ plan, shown }: ChangedPeopleProps) {
  const list = useListParams({ prefix: 'changed', pageSize: 10 });
  const { offset, limit } = list;
  const changes = useQuery(copyForecastQueries.changes(plan.id, { shown, offset, limit }));
  const people = { ...changes, data: changes.data?.people };
  return (
    <Stack gap="100">
      <SectionHeading>Customers whose forecast changed</SectionHeading>
      <RecordTable
        caption="Customers whose forecast changed"
        query={people}
        columns={columns}
        rowKey={({ email }) => email}
        isNarrowed={list.page > 1}
        onClear={() => list.setPage(1)}
        skeletonRows={3}
        empty={null}
      />
      <Pagination
        page={list.page}
        pageSize={list.pageSize}
        total={people.data?.total ?? 0}
        onPage={list.setPage}
        noun={CUSTOMERS}
        of="customers whose forecast changed"
      />
    </Stack>
  );
}
