/* The wizard of a copy plan, for a new one and (`?plan=`) for one that has not run. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router-dom';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CopyPlansFrame } from './copy-plans-frame.tsx';
import { PlanWizard } from './plan-wizard.tsx';

/** Create copy plan. */
export function NewCopyPlanPage() {
  const { organizationId = '' } = useParams();
  const [params] = useSearchParams();
  const planId = params.get('plan');
  const options = useQuery(copyPlanQueries.options());
  const saved = useQuery({ ...copyPlanQueries.get(planId ?? ''), enabled: planId !== null });
  const isReady = options.data && (planId === null || saved.data);
  const error = options.error ?? saved.error;

  return (
    <CopyPlansFrame
      organizationId={organizationId}
      isBelow
      width="narrow"
      title={planId === null ? labels.createCopyPlan : 'Edit copy plan'}
    >
      {isReady ? (
        options.data.sites.length < 2 ? (
          <TooFewSites organizationId={organizationId} />
        ) : saved.data && saved.data.state !== 'saved' ? (
          <EmptyState
            image="locked"
            title="This copy plan has run"
            description="A plan can be changed only before its run. Create another plan for another run."
            action={
              <LinkButton to={pathTo('copy-plan', { organizationId, planId: saved.data.id })}>
                {labels.viewDetails}
              </LinkButton>
            }
          />
        ) : (
          <PlanWizard
            key={planId}
            organizationId={organizationId}
            sites={options.data.sites}
            saved={saved.data}
          />
        )
      ) : error ? (
        <ProblemMessage
          error={error}
          retry={() => (options.error ? options.refetch() : saved.refetch())}
        />
      ) : (
        <SkeletonLines count={6} />
      )}
    </CopyPlansFrame>
  );
}

function TooFewSites({ organizationId }: { readonly organizationId: string }) {
  return (
    <EmptyState
      image="locked"
      title="Copying needs two sites that you administer"
      description="Only organization admins can copy, and only between sites of organizations that they administer. Choose another persona in the simulator panel to go on."
      action={
        <LinkButton to={pathTo('copy-plans', { organizationId })}>
          {`Back to ${labels.copyProductData}`}
        </LinkButton>
      }
    />
  );
}
