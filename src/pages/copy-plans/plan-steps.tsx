import { labels } from '#src/ui/labels.ts';
import { StepTracker } from '#src/ui/step-tracker.tsx';
import { wordsOf, type PlanFlow } from './flow-words.ts';
import { draftSteps, type DraftStep } from './plan-draft.ts';

/** The last steps stand on the plan's own page. */
export type PlanStep = DraftStep | 'check' | 'review';

const COPY: Readonly<Record<PlanStep, string>> = {
  'how-it-works': labels.howItWorks,
  product: labels.selectProduct,
  sites: 'Source and destination',
  projects: labels.selectProjects,
  data: labels.selectData,
  check: labels.checkForConflicts,
  review: labels.reviewMigration,
};

const MIGRATION = {
  ...COPY,
  sites: labels.connectToCloud,
  data: 'Customers and users',
  check: labels.preMigrationChecks,
};

const LABELS: Readonly<Record<PlanFlow, Readonly<Record<PlanStep, string>>>> = {
  copy: COPY,
  'in-advance': { ...MIGRATION, data: labels.howToMigrateUsers },
  'with-data': MIGRATION,
};

/** The name of a step (S2; domain.md 6.2, 7.1). */
export function stepLabel(flow: PlanFlow, step: PlanStep): string {
  return LABELS[flow][step];
}

type PlanStepsProps = { readonly flow: PlanFlow; readonly current: PlanStep };

/** Where one stands between the first step and the run. */
export function PlanSteps({ flow, current }: PlanStepsProps) {
  const last: readonly PlanStep[] = flow === 'copy' ? ['check'] : ['check', 'review'];
  const steps = [...draftSteps({ flow }), ...last];
  return (
    <StepTracker
      label={`Steps of the ${wordsOf({ flow }).plan}`}
      steps={steps.map((step) => stepLabel(flow, step))}
      current={steps.indexOf(current)}
    />
  );
}
