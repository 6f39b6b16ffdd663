/* Working off what requires attention in bulk: two buttons, each with a dialog that says what it does. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { copyAfterwardsQueries, type ChosenRows } from '#src/client/copy-afterwards.ts';
import type { Afterwards, CopyPlan } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { handFocusOn } from '#src/ui/hand-focus-on.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { StepProgress } from './afterwards-progress.tsx';
import { ApproveGroupsDialog } from './approve-groups-dialog.tsx';
import { MigrateDuplicatesDialog } from './migrate-duplicates-dialog.tsx';

type AfterwardsButtonsProps = {
  readonly plan: CopyPlan;
  /** Rows of a loaded file; null for all rows of the report. */
  readonly rows: ChosenRows;
  /** Something was started or changed by it. */
  readonly onChanged?: () => void;
};

/** *Approve groups* and *Migrate all duplicates*, and how far a bulk step is. */
export function AfterwardsButtons({ plan, rows, onChanged }: AfterwardsButtonsProps) {
  const [open, setOpen] = useState<'approve' | 'migrate' | null>(null);
  const summary = useQuery(copyAfterwardsQueries.summary(plan.id, rows));
  if (summary.error && !summary.data) {
    return <ProblemMessage error={summary.error} retry={summary.refetch} />;
  }
  const left = summary.data;

  function close() {
    setOpen(null);
    onChanged?.();
  }

  return (
    // All of it goes with the last open row.
    <div ref={handFocusOn}>
      <Stack gap="150">
        <Inline>
          <Button
            {...blockedBy(left && whyNotApprove(left))}
            onPointerEnter={prefetchDialog}
            onFocus={prefetchDialog}
            onPress={() => setOpen('approve')}
          >
            Approve groups
          </Button>
          <Button
            {...blockedBy(left && whyNotMigrate(left))}
            onPointerEnter={prefetchDialog}
            onFocus={prefetchDialog}
            onPress={() => setOpen('migrate')}
          >
            Migrate all duplicates
          </Button>
          <SimulatorMark />
        </Inline>
        {left?.job && <StepProgress job={left.job} />}
        {open === 'approve' && left && (
          <ApproveGroupsDialog plan={plan} approval={left.approval} onClose={close} />
        )}
        {open === 'migrate' && left && (
          <MigrateDuplicatesDialog plan={plan} rows={rows} left={left} onClose={close} />
        )}
      </Stack>
    </div>
  );
}

/** With a reason at all times: a button that gets its first one moves in the tree and loses the focus. */
function blockedBy(reason: string | null | undefined) {
  if (reason === null) return { isDisabled: false, reason: '' };
  return { isDisabled: true, reason: reason ?? 'Counting what is left' };
}

function whyNotApprove({ approval }: Afterwards): string | null {
  return approval.groups.length === 0 ? 'No group of these rows waits for review' : null;
}

function whyNotMigrate({ duplicates: { ready, revoked, underWay, refused } }: Afterwards) {
  if (ready + revoked.length + refused.length > 0) return null;
  return underWay > 0 ? 'They are being migrated' : 'No duplicate is left in these rows';
}
