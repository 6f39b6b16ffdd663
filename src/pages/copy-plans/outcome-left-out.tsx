/* What a further run leaves out because an earlier one copied it (S2), run by run. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { copyPeopleQueries } from '#src/client/copy-people.ts';
import type { CopyPlan, LeftOut } from '#src/contract/wire.ts';
import { count, countOf, listOf } from '#src/ui/count.ts';
import { Instant } from '#src/ui/instant.tsx';
import { Card } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { CUSTOMERS, REQUESTS } from './plan-words.ts';

type Run = LeftOut['runs'][number];

type OutcomeLeftOutProps = { readonly plan: CopyPlan };

/** A section of its own, or nothing where no earlier run copied anything of the plan's. */
export function OutcomeLeftOut({ plan }: OutcomeLeftOutProps) {
  const { organizationId = plan.destination.organizationId } = useParams();
  const query = useQuery(copyPeopleQueries.leftOut(plan.id));
  const { data, error, refetch } = query;
  if (!data) return error ? <ProblemMessage error={error} retry={refetch} /> : null;
  if (data.runs.length === 0) return null;
  return (
    <Card title="Left out: copied before">
      <p>{leftOutText(plan, data)}</p>
      <RecordTable
        caption="Earlier runs and what they copied"
        query={{ data: { items: data.runs }, error, refetch }}
        columns={columnsFor(organizationId)}
        rowKey={({ run }) => run.id}
        empty={null}
      />
    </Card>
  );
}

function leftOutText(plan: CopyPlan, leftOut: LeftOut): string {
  const { customers, customerOrganizations, requests } = leftOut;
  const parts = [
    ...(customers > 0 ? [countOf(customers, CUSTOMERS)] : []),
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
  return `Earlier runs from ${source} to ${destination} copied ${listOf(parts)} of this plan. Only what is new since then, or gone from ${destination}, ${is} copied.`;
}

function columnsFor(organizationId: string): readonly Column<Run>[] {
  return [
    {
      id: 'run',
      heading: 'Copied by',
      isRowHeader: true,
      width: '40%',
      cell: ({ run }) => (
        <Link to={pathTo('copy-plan', { organizationId, planId: run.id })}>{run.name}</Link>
      ),
    },
    {
      id: 'finished',
      heading: 'Finished',
      cell: ({ run }) => <Instant at={run.finishedAt} format="date-time" none="Under way" />,
    },
    {
      id: 'customers',
      heading: 'Customers',
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
}
