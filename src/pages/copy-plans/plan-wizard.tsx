import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { CopyPlan } from '#src/contract/wire.ts';
import { placeOfPlan, planListPath, planPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { DataStep } from './data-step.tsx';
import { HowItWorksStep } from './how-it-works-step.tsx';
import {
  dataErrors,
  draftOf,
  hasErrors,
  siteErrors,
  type DraftStep,
  type PlanDraft,
  type SiteOption,
} from './plan-draft.ts';
import { PlanConflict } from './plan-conflict.tsx';
import { PlanSteps, stepLabel } from './plan-steps.tsx';
import { ProductStep } from './product-step.tsx';
import { ProjectsStep } from './projects-step.tsx';
import { SitesStep } from './sites-step.tsx';
import { useMigrationOptions } from './use-migration-options.ts';
import { usePlanDraft } from './use-plan-draft.ts';
import { useSavePlan } from './use-save-plan.ts';
import { WizardStep } from './wizard-step.tsx';

type PlanWizardProps = {
  readonly place: PlanPlace;
  readonly sites: readonly SiteOption[];
  /** The server of a migration. */
  readonly serverName: string | undefined;
  /** What a new plan starts from. */
  readonly empty: PlanDraft;
  /** The plan to change; undefined for a new one. */
  readonly saved: CopyPlan | undefined;
};

/** The steps up to saving a plan of any flow. Saving leads on to its forecast. */
export function PlanWizard({ place, sites, serverName, empty, saved }: PlanWizardProps) {
  const navigate = useNavigate();
  const start = saved ? draftOf(saved) : empty;
  const wizard = usePlanDraft(start, saved);
  const { draft, version, step, steps, change, setIsTyping, go, leave } = wizard;
  const options = useMigrationOptions(draft);
  const saving = useSavePlan(draft.flow, saved, version);
  // Faults are shown from the first attempt to go on, not while somebody is still typing.
  const [attempts, setAttempts] = useState(0);
  const [hasMoved, setHasMoved] = useState(false);
  const found = step === 'sites' ? siteErrors(draft) : step === 'data' ? dataErrors(draft) : {};
  const errors = attempts > 0 ? found : sameSite(found, draft.sourceId, draft.destinationSiteId);
  const sourceName =
    serverName ?? sites.find(({ id }) => id === draft.sourceId)?.name ?? 'the source';

  function move(to: DraftStep) {
    setAttempts(0);
    setHasMoved(true);
    go(to);
  }

  async function next() {
    if (hasErrors(found)) return setAttempts(attempts + 1);
    const following = steps[steps.indexOf(step) + 1];
    if (following) return move(following);
    return finish(await saving.save(draft));
  }

  function finish(plan: CopyPlan | null | undefined) {
    if (!plan) return undefined;
    leave();
    return navigate(planPath(placeOfPlan(plan, place), plan.id), { replace: true });
  }

  const previous = steps[steps.indexOf(step) - 1];
  const shared = { sites, sourceName, options: options.data, draft, errors, onChange: change };
  return (
    <>
      <PlanSteps flow={draft.flow} current={step} />
      <WizardStep
        key={step}
        title={stepLabel(draft.flow, step)}
        takesFocus={hasMoved}
        attempts={attempts}
        problem={
          saving.error ? (
            <PlanConflict
              error={saving.error}
              draft={draft}
              saved={saved}
              sites={sites}
              projects={options.data?.projects}
              onKeep={() => void saving.save(draft, saved).then(finish)}
              onTake={() => void finish(saved)}
            />
          ) : options.error ? (
            <ProblemMessage error={options.error} retry={options.refetch} />
          ) : null
        }
        isBusy={saving.isPending}
        cancelPath={planListPath(place)}
        onBack={previous && (() => move(previous))}
        onNext={() => void next()}
      >
        {step === 'how-it-works' && <HowItWorksStep />}
        {step === 'product' && <ProductStep />}
        {step === 'sites' && <SitesStep {...shared} onTyping={setIsTyping} />}
        {step === 'projects' && <ProjectsStep {...shared} />}
        {step === 'data' && <DataStep {...shared} />}
      </WizardStep>
    </>
  );
}

/** Two equal sites are no unfinished entry: that fault shows at once. */
function sameSite(found: ReturnType<typeof siteErrors>, source: string, destination: string) {
  return source !== '' && source === destination && found.destination
    ? { destination: found.destination }
    : {};
}
