import { type ChosenRows, useMigrateDuplicates } from '#src/client/copy-afterwards.ts';
import type { Afterwards, CopyPlan } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { StepProgress } from './afterwards-progress.tsx';
import { CUSTOMERS } from './plan-words.ts';
import styles from './copy-plans.module.css';

type GrantFirstProps = {
  readonly plan: CopyPlan;
  readonly rows: ChosenRows;
  readonly left: Afterwards;
};

/** Duplicates whose access is revoked, by name, and the bulk grant that makes them migratable. */
export function GrantFirst({ plan, rows, left }: GrantFirstProps) {
  const { revoked, limit } = left.duplicates;
  const grant = useMigrateDuplicates(plan.id);
  const isGranting = left.job?.kind === 'bulk-grant';
  if (isGranting && left.job) return <StepProgress job={left.job} />;
  if (revoked.length === 0) return null;
  const order = { rows, what: 'grant', expected: revoked.length } as const;
  return (
    <SectionMessage
      tone="warning"
      title={`${countOf(revoked.length, CUSTOMERS)} without access cannot be migrated`}
      actions={
        <Inline>
          <Button
            isBusy={grant.isPending}
            // Only the simulator grants in bulk: strict mode leaves it out.
            isDisabled={limit !== null}
            {...(limit !== null && {
              reason: 'Strict mode: grant access one by one on Portal customers',
            })}
            onPress={() => grant.mutate(order)}
          >
            {`Grant access to ${countOf(revoked.length, CUSTOMERS)} first`}
          </Button>
          <SimulatorMark />
        </Inline>
      }
    >
      <Stack gap="100">
        <p>Only an active customer can be migrated. Access is revoked for:</p>
        <ul className={styles['plainList']}>
          {revoked.map(({ id, name, email }) => (
            <li key={id}>{`${name} (${email})`}</li>
          ))}
        </ul>
        {grant.error ? <ProblemMessage error={grant.error} /> : null}
      </Stack>
    </SectionMessage>
  );
}
