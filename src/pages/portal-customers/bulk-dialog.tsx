/* Asks once more before a bulk step, with what it would do to whom by the present data. */
import { useQuery } from '@tanstack/react-query';
import { bulkQueries, type BulkSelection, type BulkStep, useStartBulk } from '#src/client/bulk.ts';
import type { BulkForecast, Job, Site } from '#src/contract/wire.ts';
import { count as inWords, countOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { formatDuration } from '#src/ui/instant.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { BulkConsequences } from './bulk-consequences.tsx';
import { BULK_WORDS, bulkTitle, CUSTOMERS } from './bulk-words.ts';

type BulkDialogProps = {
  readonly site: Site;
  readonly step: BulkStep;
  readonly selection: BulkSelection;
  /** The number that the bar showed. */
  readonly count: number;
  readonly onClose: () => void;
  /** The selection has served: the step began, or the data changed. */
  readonly onOver: () => void;
  readonly onStarted: (jobId: string) => void;
};

/** The confirm button names how many will be changed; the step starts for exactly those chosen. */
export function BulkDialog(props: BulkDialogProps) {
  const { site, step, selection, count, onClose, onOver, onStarted } = props;
  const words = BULK_WORDS[step];
  const { data, error, refetch } = useQuery(bulkQueries.forecast(site.id, { step, selection }));
  const start = useStartBulk(site.id);
  const flags = useFlags();
  const hasChanged = data !== undefined && data.count !== count;
  const isRefused = problemCode(start.error) === 'bulk.selection-changed';

  function confirm() {
    start.mutate(
      { step, selection, expected: count, ...(data && { fingerprint: data.fingerprint }) },
      {
        onSuccess(job) {
          flags.show(startOf(step, job));
          onClose();
          onOver();
          onStarted(job.id);
        },
      },
    );
  }

  function close() {
    onClose();
    if (isRefused || hasChanged) onOver();
  }

  return (
    <ConfirmDialog
      title={bulkTitle(step, count)}
      confirmLabel={data ? bulkTitle(step, data.ready) : words.verb}
      appearance={words.isDanger ? 'danger' : 'primary'}
      isBusy={start.isPending || start.isSuccess}
      isConfirmDisabled={!data || data.ready === 0 || isRefused}
      error={start.error}
      onConfirm={confirm}
      onClose={close}
    >
      {data && (
        <Body step={step} count={count} forecast={data} hasChanged={hasChanged && !isRefused} />
      )}
      {!data && error && <ProblemMessage error={error} retry={refetch} />}
      {!data && !error && <SkeletonLines count={6} />}
    </ConfirmDialog>
  );
}

type BodyProps = {
  readonly step: BulkStep;
  readonly count: number;
  readonly forecast: BulkForecast;
  readonly hasChanged: boolean;
};

function Body({ step, count, forecast, hasChanged }: BodyProps) {
  return (
    <Stack gap="200">
      {hasChanged && (
        <SectionMessage tone="warning" title="The data changed since you selected">
          {`You selected ${inWords(count)} customers, now it would be ${inWords(forecast.count)}. Close this, look at the list and select again.`}
        </SectionMessage>
      )}
      <p>{BULK_WORDS[step].effect}</p>
      <BulkConsequences step={step} forecast={forecast} />
    </Stack>
  );
}

function startOf(step: BulkStep, job: Job) {
  return {
    tone: 'info',
    title: `${BULK_WORDS[step].running} ${countOf(job.total, CUSTOMERS)}`,
    description: `Done in ${formatDuration(job.remainingMs)}. You can go on working.`,
  } as const;
}
