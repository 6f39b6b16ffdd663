import type { CopyPlan } from '#src/contract/wire.ts';
import styles from './copy-plans.module.css';
import { explainOutcome, outcomeLabel, type OutcomeAction } from './outcome-words.ts';

type OutcomeMeaningsProps = {
  readonly plan: CopyPlan;
  readonly actions: readonly OutcomeAction[];
};

/** What the outcomes that occur mean, for those who want to read it. */
export function OutcomeMeanings({ plan, actions }: OutcomeMeaningsProps) {
  if (actions.length === 0) return null;
  return (
    <details className={styles['meanings']}>
      <summary>What the outcomes mean</summary>
      <dl>
        {actions.map((action) => (
          <div key={action}>
            <dt>{outcomeLabel(action, plan)}</dt>
            <dd>{explainOutcome(action, plan)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
