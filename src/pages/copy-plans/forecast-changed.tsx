import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import styles from './copy-plans.module.css';
import { OUTCOME_ACTIONS, outcomeLabel } from './outcome-words.ts';

type ForecastChangedProps = {
  readonly plan: CopyPlan;
  /** The forecast that somebody confirmed. */
  readonly before: Forecast;
  readonly now: Forecast;
};

/** The run was refused because the data changed; what is below is the new forecast. */
export function ForecastChanged({ plan, before, now }: ForecastChangedProps) {
  const changes = [
    ...OUTCOME_ACTIONS.map((action) => ({
      label: outcomeLabel(action),
      from: before.counts[action] ?? 0,
      to: now.counts[action] ?? 0,
    })),
    { label: 'Requests arriving', from: before.requests, to: now.requests },
    { label: 'Conflicts', from: before.conflicts.length, to: now.conflicts.length },
  ].filter(({ from, to }) => from !== to);
  return (
    <div role="alert">
      <SectionMessage tone="warning" title="The data changed since the forecast">
        <p>
          {`Nothing was copied. ${plan.source.name} or ${plan.destination.name} changed after the forecast was made. Below is the new forecast: look at it, then run the plan.`}
        </p>
        {changes.length > 0 && (
          <ul className={styles['changes']}>
            {changes.map(({ label, from, to }) => (
              <li key={label}>{`${label}: ${count(to)}, was ${count(from)}`}</li>
            ))}
          </ul>
        )}
      </SectionMessage>
    </div>
  );
}
