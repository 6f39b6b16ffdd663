import type { ReactNode } from 'react';
import type { BulkStep, useBulkJobStep } from '#src/client/bulk.ts';
import type { Job, Site } from '#src/contract/wire.ts';
import { Button, type ButtonAppearance } from '#src/ui/button.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { bulkPermission } from './bulk-words.ts';

type BulkJobButtonProps = {
  readonly site: Site;
  readonly step: BulkStep;
  readonly jobId: string;
  readonly mutation: ReturnType<typeof useBulkJobStep>;
  readonly appearance?: ButtonAppearance;
  readonly onDone?: (job: Job) => void;
  readonly children: ReactNode;
};

/** Stops, resumes or retries a step; disabled, with the reason, for whom the step itself is not allowed. */
export function BulkJobButton({
  site,
  step,
  jobId,
  mutation,
  appearance,
  onDone,
  children,
}: BulkJobButtonProps) {
  const flags = useFlags();
  const reason = whyNot(bulkPermission(site, step));
  return (
    <Button
      appearance={appearance}
      isBusy={mutation.isPending}
      isDisabled={reason !== undefined}
      {...(reason !== undefined && { reason })}
      onPress={() =>
        mutation.mutate(jobId, {
          ...(onDone && { onSuccess: onDone }),
          onError: (error) => flags.showProblem(error),
        })
      }
    >
      {children}
    </Button>
  );
}
