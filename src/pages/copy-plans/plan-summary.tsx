import type { CopyPlan } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import type { FlowRow } from './flow-layout.ts';
import { isMigration, wordsOf } from './flow-words.ts';
import { MigrationItems } from './migration-items.tsx';
import { membershipLabel, scopeLabel, userScopeLabel } from './plan-words.ts';

type PlanSummaryProps = {
  readonly plan: CopyPlan;
  /** People by what happens to them; undefined until it is known. */
  readonly flow?: readonly FlowRow[] | undefined;
};

/** What a plan includes, and when it was made and run. */
export function PlanSummary({ plan, flow }: PlanSummaryProps) {
  const ofServer = isMigration(plan);
  const membership = membershipLabel(plan.preserveGroupMembership, plan.flow);
  return (
    <Card title={wordsOf(plan).includes}>
      <Stack gap="200">
        <DefinitionList
          columns={2}
          items={[
            { term: ofServer ? 'Server' : 'Source', value: plan.source.name },
            { term: 'Destination', value: plan.destination.name },
            ...(ofServer ? [] : choices(plan)),
            { term: labels.groupMembership, value: membership },
            ...times(plan),
          ]}
        />
        {ofServer && <MigrationItems plan={plan} flow={flow} />}
      </Stack>
    </Card>
  );
}

function choices(plan: CopyPlan) {
  return [
    { term: 'Product', value: 'Jira' },
    { term: 'Service projects', value: projectNames(plan) },
    { term: labels.usersAndGroups, value: userScopeLabel(plan.users) },
    { term: 'Customers', value: scopeLabel(plan.customers, plan.flow) },
    { term: 'Customer organizations', value: organizationsScope(plan) },
  ];
}

function at(instant: number | null) {
  return <Instant at={instant} format="date-time" />;
}

function times({ state, createdAt, startedAt, finishedAt }: CopyPlan) {
  return [
    { term: 'Created', value: at(createdAt) },
    ...(startedAt === null ? [] : [{ term: 'Started', value: at(startedAt) }]),
    ...(finishedAt === null
      ? []
      : [{ term: state === 'finished' ? 'Finished' : 'Stopped', value: at(finishedAt) }]),
  ];
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
