import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CopyPlan } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { DataStep } from './data-step.tsx';
import { HowItWorksStep } from './how-it-works-step.tsx';
import {
  dataErrors,
  DRAFT_STEPS,
  draftOf,
  hasErrors,
  siteErrors,
  type DraftStep,
  type SiteOption,
} from './plan-draft.ts';
import { PlanSteps } from './plan-steps.tsx';
import { ProductStep } from './product-step.tsx';
import { ProjectsStep } from './projects-step.tsx';
import { SitesStep } from './sites-step.tsx';
import { usePlanDraft } from './use-plan-draft.ts';
import { useSavePlan } from './use-save-plan.ts';
import { WizardStep } from './wizard-step.tsx';

type PlanWizardProps = {
  readonly organizationId: string;
  readonly sites: readonly SiteOption[];
  /** The plan to change; undefined for a new one. */
  readonly saved: CopyPlan | undefined;
};

/** The steps up to saving the plan. Saving leads on to its forecast. */
export function PlanWizard({ organizationId, sites, saved }: PlanWizardProps) {
  const navigate = useNavigate();
  const { draft, step, change, setIsTyping, go, leave } = usePlanDraft(saved && draftOf(saved));
  const saving = useSavePlan(saved);
  // Faults are shown from the first attempt to go on, not while somebody is still typing.
  const [attempts, setAttempts] = useState(0);
  const [hasMoved, setHasMoved] = useState(false);
  const found = step === 'sites' ? siteErrors(draft) : step === 'data' ? dataErrors(draft) : {};
  const errors =
    attempts > 0 ? found : sameSite(found, draft.sourceSiteId, draft.destinationSiteId);
  const listPath = pathTo('copy-plans', { organizationId });

  function move(to: DraftStep) {
    setAttempts(0);
    setHasMoved(true);
    go(to);
  }

  async function next() {
    if (hasErrors(found)) return setAttempts(attempts + 1);
    const following = DRAFT_STEPS[DRAFT_STEPS.indexOf(step) + 1];
    if (following) return move(following);
    const plan = await saving.save(draft);
    if (!plan) return undefined;
    const home = homeOf(plan, organizationId);
    const forecast = pathTo('copy-plan', { organizationId: home, planId: plan.id });
    leave();
    return navigate(forecast, { replace: true });
  }

  const previous = DRAFT_STEPS[DRAFT_STEPS.indexOf(step) - 1];
  return (
    <>
      <PlanSteps current={step} />
      <WizardStep
        key={step}
        step={step}
        takesFocus={hasMoved}
        attempts={attempts}
        problem={
          saving.error ? (
            <SavingProblem error={saving.error} organizationId={organizationId} saved={saved} />
          ) : null
        }
        isBusy={saving.isPending}
        cancelPath={listPath}
        onBack={previous && (() => move(previous))}
        onNext={() => void next()}
      >
        {step === 'how-it-works' && <HowItWorksStep />}
        {step === 'product' && <ProductStep />}
        {step === 'sites' && (
          <SitesStep
            sites={sites}
            draft={draft}
            errors={errors}
            onChange={change}
            onTyping={setIsTyping}
          />
        )}
        {step === 'projects' && <ProjectsStep sites={sites} draft={draft} onChange={change} />}
        {step === 'data' && (
          <DataStep sites={sites} draft={draft} errors={errors} onChange={change} />
        )}
      </WizardStep>
    </>
  );
}

type SavingProblemProps = Pick<PlanWizardProps, 'organizationId' | 'saved'> & {
  readonly error: unknown;
};

/** A plan that somebody else changed can be looked at; saving once more then overrules that change. */
function SavingProblem({ error, organizationId, saved }: SavingProblemProps) {
  const isOverruled = saved && problemCode(error) === 'version-conflict';
  return (
    <ProblemMessage
      error={error}
      actions={
        isOverruled && (
          <LinkButton
            appearance="link"
            to={pathTo('copy-plan', { organizationId, planId: saved.id })}
          >
            See the plan as it is now
          </LinkButton>
        )
      }
    />
  );
}

/** Two equal sites are no unfinished entry: that fault shows at once. */
function sameSite(found: ReturnType<typeof siteErrors>, source: string, destination: string) {
  return source !== '' && source === destination && found.destination
    ? { destination: found.destination }
    : {};
}

/** A plan is listed with the organizations of its sites: it opens there, even when made elsewhere. */
function homeOf(plan: CopyPlan, organizationId: string): string {
  const homes = [plan.source.organizationId, plan.destination.organizationId];
  return homes.includes(organizationId) ? organizationId : plan.source.organizationId;
}
