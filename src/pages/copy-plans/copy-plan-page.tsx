/* One copy plan: its forecast until it runs, its View details from then on. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-text.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { RunDetails } from './run-details.tsx';
import { SavedPlan } from './saved-plan.tsx';

/** The page of one copy plan. */
export function CopyPlanPage() {
  const { organizationId = '', planId = '' } = useParams();
  const plan = useQuery(copyPlanQueries.get(planId));

  if (plan.data) {
    const props = { plan: plan.data, organizationId };
    return plan.data.state === 'saved' ? <SavedPlan {...props} /> : <RunDetails {...props} />;
  }
  return (
    <CopyPlansFrame organizationId={organizationId} isBelow title="Copy plan">
      {plan.error ? (
        <ProblemMessage
          error={plan.error}
          retry={plan.refetch}
          actions={
            problemCode(plan.error) === 'not-found' && (
              <LinkButton appearance="link" to={pathTo('copy-plans', { organizationId })}>
                {`Back to ${labels.copyProductData}`}
              </LinkButton>
            )
          }
        />
      ) : (
        <SkeletonLines count={8} />
      )}
    </CopyPlansFrame>
  );
}
