/* What a further run leaves out because an earlier one copied it (S2), run by run. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { copyPeopleQueries } from '#src/client/copy-people.ts';
import type { CopyPlan, LeftOut } from '#src/contract/wire.ts';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { Instant } from '#src/ui/instant.tsx';
import { Card } from '#src/ui/layout.tsx';
import { placeOfPlan, planPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { isMigration, wordsOf } from './flow-words.ts';
import { usePlanPlace } from './plan-place.ts';
import { REQUESTS } from './plan-words.ts';

type Run = LeftOut['runs'][number];

type OutcomeLeftOutProps = { readonly plan: CopyPlan };

/** A section of its own, or nothing where no earlier run copied anything of the plan's. */
export function OutcomeLeftOut({ plan }: OutcomeLeftOutProps) {
  const place = placeOfPlan(plan, usePlanPlace());
  const query = useQuery(copyPeopleQueries.leftOut(plan.id));
  const { data, error, refetch } = query;
  if (!data) return error ? <ProblemMessage error={error} retry={refetch} /> : null;
  if (data.runs.length === 0) return null;
  return (
    <Card title={`Left out: ${wordsOf(plan).done} before`}>
      <p>{leftOutText(plan, data)}</p>
      <RecordTable
        caption={`Earlier runs and what they ${isMigration(plan) ? 'brought' : 'copied'}`}
        query={{ data: { items: data.runs }, error, refetch }}
        columns={columnsFor(plan, place)}
        rowKey={({ run }) => run.id}
        empty={null}
      />
    </Card>
  );
}

function leftOutText(plan: CopyPlan, leftOut: LeftOut): string {
  const { customers, customerOrganizations, requests } = leftOut;
  const { people, done } = wordsOf(plan);
  const parts = [
    ...(customers > 0 ? [countOf(customers, people)] : []),
    ...(customerOrganizations > 0
      ? [
          countOf(customerOrganizations, {
            one: 'customer organization',
            other: 'customer organizations',
          }),
        ]
      : []),
    ...(requests > 0 ? [countOf(requests, REQUESTS)] : []),
  ];
  const [source, destination] = [plan.source.name, plan.destination.name];
  const is = plan.state === 'saved' ? 'is' : 'was';
  return `Earlier runs from ${source} to ${destination} ${isMigration(plan) ? 'brought' : done} ${listOf(parts)} of this plan. Only what is new since then, or gone from ${destination}, ${is} ${done}.`;
}

function columnsFor(plan: CopyPlan, place: PlanPlace): readonly Column<Run>[] {
  const columns: Column<Run>[] = [
    {
      id: 'run',
      heading: isMigration(plan) ? 'Migrated by' : 'Copied by',
      isRowHeader: true,
      width: '40%',
      cell: ({ run }) => <Link to={planPath(place, run.id)}>{run.name}</Link>,
    },
    {
      id: 'finished',
      heading: 'Finished',
      cell: ({ run }) => <Instant at={run.finishedAt} format="date-time" none="Under way" />,
    },
    {
      id: 'customers',
      heading: wordsOf(plan).People,
      align: 'end',
      cell: ({ customers }) => count(customers),
    },
    {
      id: 'organizations',
      heading: 'Customer organizations',
      align: 'end',
      cell: ({ customerOrganizations }) => count(customerOrganizations),
    },
    { id: 'requests', heading: 'Requests', align: 'end', cell: ({ requests }) => count(requests) },
  ];
  return isMigration(plan) ? columns.filter(({ id }) => id !== 'organizations') : columns;
}
