/* How far the work with files is, and the way to call it off. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { importQueries, useCancelImport } from '#src/client/imports.ts';
import { Button } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { ConfirmDialog, prefetchDialog } from '#src/ui/dialog.tsx';
import { Inline, Stack, VisuallyHidden } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { remainingTime } from './remaining-time.ts';

type RunningImportProps = {
  readonly importId: string;
  /** What is read, where it is known; else the work is named by what it does. */
  readonly fileName?: string;
  /** Where it stands among those dropped. */
  readonly place?: string;
  /** Where the rows go. */
  readonly siteName?: string | undefined;
};

/** The progress of adding or writing files. Taking back a write is asked for twice. */
export function RunningImport({ importId, fileName, place, siteName }: RunningImportProps) {
  const { data } = useQuery(importQueries.progress(importId));
  const cancelling = useCancelImport();
  const [isAsking, setIsAsking] = useState(false);
  // It must not be still on its way when it is needed.
  useEffect(() => prefetchDialog(), []);
  const running = data?.running;
  const isWriting = data?.writing ?? false;
  const isShared = data !== undefined && running !== undefined && data.total > 0;
  const share = isShared ? Math.min(1, data.done / data.total) : null;
  const left = isShared
    ? remainingTime({ ...data, elapsed: Math.max(0, running.now - running.since) })
    : null;
  const label = labelOf(running?.phase, isWriting, fileName, siteName);
  const rows = running?.phase === 'writing' ? data?.done : running?.rows;
  const all = running?.phase === 'writing' ? ` of ${count(data?.total ?? 0)}` : '';
  const details = [
    ...(place === undefined ? [] : [place]),
    ...(rows ? [`${count(rows)}${all} rows`] : []),
    ...(left === null ? [] : [left]),
  ];
  const isCancelled = cancelling.isPending || cancelling.data?.cancelled === true;

  function cancel() {
    setIsAsking(false);
    cancelling.mutate({ importId });
  }

  return (
    <Stack gap="100">
      <ProgressBar label={label} value={share} detail={details.join(' · ') || 'Starting'} />
      <VisuallyHidden>
        <output>{announced(label, share)}</output>
      </VisuallyHidden>
      {cancelling.error !== null && <ProblemMessage error={cancelling.error} />}
      <Inline>
        <Button isBusy={isCancelled} onPress={() => (isWriting ? setIsAsking(true) : cancel())}>
          {isWriting ? 'Cancel loading' : 'Cancel reading'}
        </Button>
      </Inline>
      {isAsking && running && (
        <ConfirmDialog
          title="Cancel loading?"
          confirmLabel="Cancel loading"
          cancelLabel="Go on loading"
          appearance="danger"
          width="small"
          onConfirm={cancel}
          onClose={() => setIsAsking(false)}
        >
          <p>
            Everything that was written so far is taken back. The files stay here to be loaded
            later.
          </p>
        </ConfirmDialog>
      )}
    </Stack>
  );
}

function labelOf(
  phase: 'waiting' | 'reading' | 'checking' | 'writing' | undefined,
  isWriting: boolean,
  fileName: string | undefined,
  siteName: string | undefined,
): string {
  if (phase === 'writing') return siteName === undefined ? 'Loading' : `Loading into ${siteName}`;
  const what = fileName ?? 'the files';
  if (isWriting) return `Checking ${what} once more`;
  return phase === 'checking' ? `Checking ${what}` : `Reading ${what}`;
}

/** Said in quarters: every number would talk over everything else. */
function announced(label: string, share: number | null): string {
  const quarter = Math.floor((share ?? 0) * 4) * 25;
  return quarter === 0 ? label : `${label}: ${quarter}%`;
}
