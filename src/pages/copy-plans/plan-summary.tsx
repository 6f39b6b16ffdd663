import type { CopyPlan } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { Card } from '#src/ui/layout.tsx';
import { scopeLabel } from './plan-words.ts';

/** What a plan includes, and when it was made and run. */
export function PlanSummary({ plan }: { readonly plan: CopyPlan }) {
  const ran = plan.startedAt !== null;
  return (
    <Card title="This copy plan includes">
      <DefinitionList
        columns={2}
        items={[
          { term: 'Source', value: plan.source.name },
          { term: 'Destination', value: plan.destination.name },
          { term: 'Customers', value: scopeLabel(plan.customers) },
          { term: 'Service projects', value: projectNames(plan) },
          { term: 'Created', value: <Instant at={plan.createdAt} format="date-time" /> },
          ...(ran
            ? [{ term: 'Started', value: <Instant at={plan.startedAt} format="date-time" /> }]
            : []),
          ...(plan.finishedAt !== null
            ? [
                {
                  term: plan.state === 'finished' ? 'Finished' : 'Stopped',
                  value: <Instant at={plan.finishedAt} format="date-time" />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function projectNames({ projects }: CopyPlan): string {
  if (projects.length === 0) return 'None: customers only';
  return projects.map(({ name, key }) => `${name} (${key})`).join(', ');
}
