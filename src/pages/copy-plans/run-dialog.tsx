import { useRunCopyPlan } from '#src/client/copy-plans.ts';
import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import styles from './copy-plans.module.css';
import { customersOf } from './forecast-summary.tsx';
import { losingText } from './forecast-verdict.tsx';
import { wordsOf } from './flow-words.ts';
import { OUTCOME_ACTIONS, outcomeLabel } from './outcome-words.ts';
import { planFacts } from './plan-conflict.tsx';
import { REQUESTS, ROWS } from './plan-words.ts';

type RunDialogProps = {
  readonly plan: CopyPlan;
  /** The forecast on screen: exactly this is run, or nothing. */
  readonly forecast: Forecast;
  readonly onChanged: () => void;
  readonly onClose: () => void;
};

/** Asks before the run, with the counts of the forecast. */
export function RunDialog({ plan, forecast, onChanged, onClose }: RunDialogProps) {
  const running = useRunCopyPlan();
  const stale = useStaleStep(running.error, plan, planFacts);
  const { 'review-group': grouped, 'upgrade-portal-only': duplicates } = forecast.attention;
  return (
    <ConfirmDialog
      title={`Run “${plan.name}”?`}
      confirmLabel="Run"
      isBusy={running.isPending}
      error={running.error}
      refusal={stale.refusal}
      onClose={onClose}
      onConfirm={() => {
        stale.asked(plan);
        running.mutate(
          { planId: plan.id, version: plan.version, fingerprint: forecast.fingerprint },
          {
            onSuccess: onClose,
            onError(error) {
              if (problemCode(error) === 'copy-plan.forecast-changed') onChanged();
            },
          },
        );
      }}
    >
      <Stack gap="150">
        <p>
          {`From ${plan.source.name} to ${plan.destination.name}: ${countOf(customersOf(forecast), wordsOf(plan).people)} and ${countOf(forecast.requests, REQUESTS)}.`}
        </p>
        <ul className={styles['counts']}>
          {OUTCOME_ACTIONS.filter((action) => forecast.counts[action]).map((action) => (
            <li key={action}>
              <span className={styles['figure']}>{count(forecast.counts[action] ?? 0)}</span>
              {outcomeLabel(action, plan)}
            </li>
          ))}
        </ul>
        {forecast.losing.people > 0 && <p>{losingText(forecast.losing, plan)}</p>}
        <p>
          {grouped + duplicates === 0
            ? 'Nothing will require attention afterwards.'
            : `${countOf(grouped + duplicates, ROWS)} will require attention afterwards.`}{' '}
          {`The run takes about ${formatDuration(forecast.durationMs)} of simulated time. It can be stopped, but not resumed.`}
        </p>
      </Stack>
    </ConfirmDialog>
  );
}
