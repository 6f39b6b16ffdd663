/* One plan of any kind: its forecast until it runs, its View details from then on. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { planListPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { usePlanPlace } from './plan-place.ts';
import { RunDetails } from './run-details.tsx';
import { SavedPlan } from './saved-plan.tsx';

/** The page of one copy plan, or of one migration. */
export function CopyPlanPage() {
  const { planId = '' } = useParams();
  const place = usePlanPlace();
  const plan = useQuery(copyPlanQueries.get(planId));
  const root = useFocusOnStart(plan.data?.state);
  return (
    <div ref={root}>
      {plan.data ? (
        plan.data.state === 'saved' ? (
          <SavedPlan plan={plan.data} place={place} />
        ) : (
          <RunDetails plan={plan.data} place={place} />
        )
      ) : (
        <CopyPlansFrame
          place={place}
          isBelow
          title={'serverId' in place ? 'Migration' : 'Copy plan'}
        >
          {plan.error ? (
            <PlanProblem error={plan.error} retry={plan.refetch} place={place} />
          ) : (
            <SkeletonLines count={8} />
          )}
        </CopyPlansFrame>
      )}
    </div>
  );
}

type PlanProblemProps = {
  readonly error: unknown;
  readonly retry: () => unknown;
  readonly place: PlanPlace;
};

function PlanProblem({ error, retry, place }: PlanProblemProps) {
  if (problemCode(error) !== 'not-found') return <ProblemMessage error={error} retry={retry} />;
  const back = (
    <LinkButton appearance="link" to={planListPath(place)}>
      {`Back to ${'serverId' in place ? labels.migrationsDashboard : labels.copyProductData}`}
    </LinkButton>
  );
  return <ProblemMessage error={error} actions={back} />;
}

/** The button that started the run is gone with the forecast: the focus goes on at the heading. */
function useFocusOnStart(state: CopyPlan['state'] | undefined) {
  const root = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'saved' && state === 'running') {
      root.current?.querySelector('h1')?.focus();
    }
    before.current = state;
  }, [state]);
  return root;
}
