import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { listOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import styles from './copy-plans.module.css';
import { editPath } from './plan-draft.ts';

type ForecastConflictsProps = {
  readonly plan: CopyPlan;
  readonly organizationId: string;
  readonly forecast: Forecast;
  readonly isChecking: boolean;
  readonly onCheck: () => void;
};

/** Customer organizations that stop the run until they are resolved (S2, "Copy customer organizations"). */
export function ForecastConflicts({
  plan,
  organizationId,
  forecast,
  isChecking,
  onCheck,
}: ForecastConflictsProps) {
  const { conflicts } = forecast;
  const again = (
    <Button appearance="link" isBusy={isChecking} onPress={onCheck}>
      Check again
    </Button>
  );
  return (
    <Stack gap="200">
      <SectionHeading>{labels.checkForConflicts}</SectionHeading>
      <div aria-live="polite">
        {conflicts.length === 0 ? (
          <SectionMessage tone="success" title="No conflicts" actions={again}>
            {plan.projects.length === 0
              ? 'The plan copies no customer organization.'
              : `No customer organization of the selected service projects conflicts with one on ${plan.destination.name}.`}
          </SectionMessage>
        ) : (
          <SectionMessage
            tone="error"
            title={labels.conflictingCustomerOrganizations}
            actions={
              <>
                <LinkButton appearance="link" to={editPath(organizationId, plan.id, 'data')}>
                  Change the selection
                </LinkButton>
                {again}
              </>
            }
          >
            <p>
              They have the same name there but other members, so the plan cannot run. Deselect the
              service projects named below, or rename or remove the customer organization on{' '}
              {plan.source.name}, then check again.
            </p>
            <ul className={styles['conflicts']}>
              {conflicts.map(({ name, projects }) => (
                <li key={name}>
                  <strong>{name}</strong> in {listOf(projects)}
                </li>
              ))}
            </ul>
          </SectionMessage>
        )}
      </div>
    </Stack>
  );
}
