import type { Job } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { formatDuration } from '#src/ui/instant.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';

/** How far a bulk migration or grant on the destination is. */
export function StepProgress({ job }: { readonly job: Job }) {
  const what = job.kind === 'bulk-grant' ? 'Granting access' : 'Migrating duplicates';
  return (
    <ProgressBar
      label={what}
      value={job.done / job.total}
      detail={`${count(job.done)} of ${count(job.total)} done, ${formatDuration(job.remainingMs)} left`}
    />
  );
}
