import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { Inline, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { StatTiles } from '#src/ui/stat-tiles.tsx';
import { AttentionMessage } from './attention-message.tsx';
import { FlowPicture } from './flow-picture.tsx';
import { wordsOf } from './flow-words.ts';
import { losingText } from './forecast-verdict.tsx';
import { NotifyCustomers } from './notify-customers.tsx';
import { OutcomeLeftOut } from './outcome-left-out.tsx';
import { outcomeTiles } from './outcome-words.ts';
import { PlanSummary } from './plan-summary.tsx';
import { whileRunning } from './poll-while-running.ts';
import { RunPhases } from './run-phases.tsx';
import { ServerArrivalCount } from './server-arrival-count.tsx';

/** The run at a glance: what is left to do, what the plan includes, counts per outcome. */
export function RunOverview({ plan }: { readonly plan: CopyPlan }) {
  const words = wordsOf(plan);
  const [, setParams] = useSearchParams();
  const outcomes = useQuery({
    ...copyPlanQueries.outcomes(plan.id, { limit: 1 }),
    refetchInterval: whileRunning(plan),
  });
  return (
    <Stack gap="300">
      <AttentionMessage plan={plan} />
      <RunPhases plan={plan} />
      <PlanSummary plan={plan} flow={outcomes.data?.flow} />
      <ServerArrivalCount plan={plan} />
      {plan.importedGroup && (
        <SectionMessage
          title="An imported group came out of this run"
          actions={
            <Link
              to={pathTo('imported-group', {
                siteId: plan.destination.id,
                groupId: plan.importedGroup.id,
              })}
            >
              {`Open ${plan.importedGroup.name}`}
            </Link>
          }
        >
          {`It gathers customers who were portal-only on ${plan.source.name} and have an Atlassian account on ${plan.destination.name}.`}
        </SectionMessage>
      )}
      <Stack gap="150">
        <SectionHeading>
          {`${words.People} by outcome${plan.state === 'running' ? ', as forecast' : ''}`}
        </SectionHeading>
        {outcomes.data ? (
          <>
            <StatTiles
              label={`${words.People} by outcome`}
              items={outcomeTiles(outcomes.data.counts, plan)}
              onSelect={(action) => {
                if (action) setParams({ [searchKeys.tab]: 'customers', action });
              }}
            />
            <Inline gap="100">
              <SimulatorMark />
              <span>{`As forecast at the start: ${losingText(outcomes.data.losing, plan)}`}</span>
            </Inline>
            <FlowPicture plan={plan} flow={outcomes.data.flow} />
          </>
        ) : outcomes.error ? (
          <ProblemMessage error={outcomes.error} retry={outcomes.refetch} />
        ) : (
          <SkeletonLines count={2} />
        )}
      </Stack>
      <OutcomeLeftOut plan={plan} />
      {plan.state !== 'running' && <NotifyCustomers plan={plan} />}
    </Stack>
  );
}
