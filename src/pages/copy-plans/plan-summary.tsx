import type { CopyPlan } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card } from '#src/ui/layout.tsx';
import { membershipLabel, scopeLabel, userScopeLabel } from './plan-words.ts';

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
          { term: 'Product', value: 'Jira' },
          { term: 'Service projects', value: projectNames(plan) },
          { term: labels.usersAndGroups, value: userScopeLabel(plan.users) },
          { term: labels.groupMembership, value: membershipLabel(plan.preserveGroupMembership) },
          { term: 'Customers', value: scopeLabel(plan.customers) },
          { term: 'Customer organizations', value: organizationsScope(plan) },
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

/** S2, "Copy customer organizations": only those related to the selected projects. */
function organizationsScope({ projects }: CopyPlan): string {
  return projects.length === 0
    ? 'None: no service project is selected'
    : 'Only those related to the selected projects';
}

function projectNames({ projects }: CopyPlan): string {
  if (projects.length === 0) return 'None: no request is copied';
  return projects.map(({ name, key }) => `${name} (${key})`).join(', ');
}
