import type { CopyPlan } from '#src/contract/wire.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { MigrationStatus } from '#src/ui/migration-status.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { count, share } from '#src/ui/count.ts';
import styles from './copy-plans.module.css';
import { isMigration, wordsOf } from './flow-words.ts';
import { missingText, PLAN_STATES } from './plan-words.ts';

/** The state of a plan in a word. */
export function PlanStatus({ plan }: { readonly plan: CopyPlan }) {
  if (isMigration(plan)) return <MigrationStatus word={plan.word} />;
  const { label, tone } = PLAN_STATES[plan.state];
  return <Lozenge tone={tone}>{label}</Lozenge>;
}

/** The same for a list: a running plan shows how far it has come, one that ended early what is missing. */
export function PlanStatusCell({ plan }: { readonly plan: CopyPlan }) {
  if (plan.state === 'running' && plan.job) {
    return (
      <div className={styles['statusCell']}>
        <span>
          <PlanStatus plan={plan} /> {share(plan.job.progress)}
        </span>
        <ProgressBar label={`Progress of ${plan.name}`} isLabelHidden value={plan.job.progress} />
        <span className={styles['quiet']}>{phaseText(plan)}</span>
      </div>
    );
  }
  const missing = missingText(plan);
  if (!missing) return <PlanStatus plan={plan} />;
  return (
    <div className={styles['statusCell']}>
      <span>
        <PlanStatus plan={plan} />
      </span>
      <span className={styles['quiet']}>{`Missing: ${missing}`}</span>
    </div>
  );
}

/** The phase that a run is in, with how far it has come. */
function phaseText(plan: CopyPlan): string {
  const { phases } = plan;
  const phase = phases.find(({ state }) => state === 'under-way');
  if (!phase || phase.id === 'report') return 'Report';
  const [done, total] = [count(phase.done), count(phase.total)];
  return phase.id === 'customers'
    ? `${wordsOf(plan).People}: ${done} of ${total}`
    : `Service projects: ${done} of ${total}`;
}
