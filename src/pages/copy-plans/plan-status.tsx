import type { CopyPlan } from '#src/contract/wire.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { share } from '#src/ui/count.ts';
import styles from './copy-plans.module.css';
import { PLAN_STATES } from './plan-words.ts';

/** Saved, Running or Finished. */
export function PlanStatus({ plan }: { readonly plan: CopyPlan }) {
  const { label, tone } = PLAN_STATES[plan.state];
  return <Lozenge tone={tone}>{label}</Lozenge>;
}

/** The same for a list: a running plan shows how far it has come. */
export function PlanStatusCell({ plan }: { readonly plan: CopyPlan }) {
  if (plan.state !== 'running' || !plan.job) return <PlanStatus plan={plan} />;
  return (
    <div className={styles['statusCell']}>
      <span>
        <PlanStatus plan={plan} /> {share(plan.job.progress)}
      </span>
      <ProgressBar label={`Progress of ${plan.name}`} isLabelHidden value={plan.job.progress} />
    </div>
  );
}
