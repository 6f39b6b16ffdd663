import { useState } from 'react';
import { useExcludeCheck } from '#src/client/server-tasks.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { countOf } from '#src/ui/count.ts';
import { ConfirmDialog, prefetchDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import type { ServerStanding } from './check-server-words.ts';
import { planFacts } from './plan-conflict.tsx';

type CheckExclusionProps = {
  readonly plan: CopyPlan;
  readonly standing: ServerStanding;
  readonly title: string;
  /** How many people would stay behind. */
  readonly total: number;
};

/** Excludes a check that errs, after saying what that means; an excluded one is included at once. */
export function CheckExclusion({ plan, standing, title, total }: CheckExclusionProps) {
  const [isAsking, setIsAsking] = useState(false);
  const excluding = useExcludeCheck();
  const flags = useFlags();
  const stale = useStaleStep(excluding.error, plan, planFacts);
  const { check, excluded } = standing;
  const label = excluded ? 'Include again' : 'Exclude this check';

  function change(to: boolean) {
    stale.asked(plan);
    excluding.mutate(
      { planId: plan.id, check, excluded: to, version: plan.version },
      {
        onSuccess: () => setIsAsking(false),
        onError(error) {
          if (!to) flags.showProblem(error);
        },
      },
    );
  }

  if (!standing.excludable || (!excluded && standing.result !== 'error')) return null;
  return (
    <>
      {/* One button for both steps: what opened the dialog is there when the focus comes back. */}
      <Button
        appearance="link"
        isBusy={excluding.isPending && !isAsking}
        aria-label={`${label}: ${title}`}
        onPointerEnter={prefetchDialog}
        onFocus={prefetchDialog}
        onPress={() => (excluded ? change(false) : setIsAsking(true))}
      >
        {label}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Exclude “${title}”?`}
          confirmLabel="Exclude"
          isBusy={excluding.isPending}
          error={excluding.error}
          refusal={stale.refusal}
          onClose={() => setIsAsking(false)}
          onConfirm={() => change(true)}
        >
          <Stack gap="150">
            <p>
              {`${countOf(total, { one: 'person stays', other: 'people stay' })} behind: they get no account, and their part in the requests that arrive goes to ${labels.formerUser}.`}
            </p>
            <p>The check then counts as a warning and no longer blocks the run.</p>
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
