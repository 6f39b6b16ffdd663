/* Migrates every duplicate of the rows in one bulk step; those without access get it back first. */
import { type ChosenRows, useMigrateDuplicates } from '#src/client/copy-afterwards.ts';
import type { Afterwards, CopyPlan } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { GrantFirst } from './grant-first.tsx';
import { CUSTOMERS } from './plan-words.ts';
import styles from './copy-plans.module.css';

type MigrateDuplicatesDialogProps = {
  readonly plan: CopyPlan;
  readonly rows: ChosenRows;
  readonly left: Afterwards;
  readonly onClose: () => void;
};

export function MigrateDuplicatesDialog({
  plan,
  rows,
  left,
  onClose,
}: MigrateDuplicatesDialogProps) {
  const { ready, refused, underWay, limit, batches } = left.duplicates;
  const migrate = useMigrateDuplicates(plan.id);
  const flags = useFlags();
  // Beyond the limit of the real product one batch can be started after the other.
  const isBatch = limit !== null && ready > limit;
  const expected = isBatch ? limit : ready;

  function confirm() {
    migrate.mutate(
      { rows, what: 'migrate', batch: isBatch, expected },
      {
        onSuccess(job) {
          flags.show({
            tone: 'info',
            title: `Migrating ${countOf(job.total, CUSTOMERS)}`,
            description: `Done in ${formatDuration(job.remainingMs)}. You can go on working.`,
          });
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={`Migrate ${countOf(ready, CUSTOMERS)} on ${plan.destination.name}`}
      confirmLabel={
        isBatch ? `Migrate the first ${count(expected)}` : `Migrate ${countOf(ready, CUSTOMERS)}`
      }
      isBusy={migrate.isPending}
      isConfirmDisabled={ready === 0}
      error={migrate.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <p>
          Each customer’s Atlassian account takes over the requests and customer organizations of
          the portal-only account, which becomes inactive for good.
        </p>
        {isBatch && (
          <SectionMessage
            tone="warning"
            title={`Strict mode: at most ${count(limit)} at once, as in the real product`}
          >
            {`All ${countOf(ready, CUSTOMERS)} at once would be refused. They take ${count(batches.length)} batches: ${batches.map((size) => count(size)).join(', ')}. Migrate the first batch, come back when it is done, and go on.`}
          </SectionMessage>
        )}
        <GrantFirst plan={plan} rows={rows} left={left} />
        {refused.length > 0 && (
          <SectionMessage
            tone="warning"
            title={`${countOf(refused.length, CUSTOMERS)} cannot be migrated`}
          >
            <p>
              The Atlassian account with the same e-mail address is deactivated and cannot take
              over:
            </p>
            <ul className={styles['plainList']}>
              {refused.map(({ id, name, email }) => (
                <li key={id}>{`${name} (${email})`}</li>
              ))}
            </ul>
          </SectionMessage>
        )}
        {underWay > 0 && <Hint>{`${countOf(underWay, CUSTOMERS)} being migrated already.`}</Hint>}
      </Stack>
    </ConfirmDialog>
  );
}
