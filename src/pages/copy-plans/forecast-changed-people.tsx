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
import { isMigration, wordsOf } from './flow-words.ts';
import styles from './forecast.module.css';
import { outcomeLabel } from './outcome-words.ts';

type PersonChange = ForecastChanges['people']['items'][number];
type Standing = PersonChange['now'] & object;

const CHANGES = {
  changed: { label: 'Changed', tone: 'moved' },
  added: { label: 'Added', tone: 'success' },
  gone: { label: 'Gone', tone: 'removed' },
} as const;

const columnsOf = (plan: CopyPlan): readonly Column<PersonChange>[] => [
  {
    id: 'customer',
    heading: isMigration(plan) ? 'Person' : labels.customer,
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
  {
    id: 'before',
    heading: 'As shown',
    cell: ({ before }) => <StandingCell plan={plan} standing={before} />,
  },
  { id: 'now', heading: 'Now', cell: ({ now }) => <StandingCell plan={plan} standing={now} /> },
];

type StandingCellProps = { readonly plan: CopyPlan; readonly standing: Standing | null };

function StandingCell({ plan, standing }: StandingCellProps) {
  if (!standing) return 'Not in the plan';
  const { action, afterHolding, canOpenBefore, canOpenAfter, losing, attention } = standing;
  return (
    <span className={styles['why']}>
      <span>{outcomeLabel(action, plan)}</span>
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
  const words = wordsOf(plan);
  const list = useListParams({ prefix: 'changed', pageSize: 10 });
  const { offset, limit } = list;
  const changes = useQuery(copyForecastQueries.changes(plan.id, { shown, offset, limit }));
  const people = { ...changes, data: changes.data?.people };
  return (
    <Stack gap="100">
      <SectionHeading>{`${words.People} whose forecast changed`}</SectionHeading>
      <RecordTable
        caption={`${words.People} whose forecast changed`}
        query={people}
        columns={columnsOf(plan)}
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
        noun={words.people}
        of={`${words.people.other} whose forecast changed`}
      />
    </Stack>
  );
}
