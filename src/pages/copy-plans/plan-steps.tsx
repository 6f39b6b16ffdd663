import { labels } from '#src/ui/labels.ts';
import { StepTracker } from '#src/ui/step-tracker.tsx';
import { DRAFT_STEPS, type DraftStep } from './plan-draft.ts';

/** Names of the steps, the last one being the forecast on the plan's own page. */
export const STEP_LABELS: Readonly<Record<DraftStep | 'check', string>> = {
  'how-it-works': labels.howItWorks,
  product: labels.selectProduct,
  sites: 'Source and destination',
  projects: labels.selectProjects,
  data: labels.selectData,
  check: labels.checkForConflicts,
};

/** Where one stands between the first step and the run. */
export function PlanSteps({ current }: { readonly current: DraftStep | 'check' }) {
  const steps = [...DRAFT_STEPS, 'check'] as const;
  return (
    <StepTracker
      label="Steps of the copy plan"
      steps={steps.map((step) => STEP_LABELS[step])}
      current={steps.indexOf(current)}
    />
  );
}
