/* Bulk steps that run on the site of the list: how far, and stopping them. */
import { useEffect, useRef } from 'react';
import { useBulkJobStep, useCustomersChange } from '#src/client/bulk.ts';
import type { Job, Site } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { count, countOf } from '#src/ui/count.ts';
import { handFocusOn } from '#src/ui/hand-focus-on.ts';
import { formatDuration } from '#src/ui/instant.tsx';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { BulkJobButton } from './bulk-job-button.tsx';
import styles from './bulk-progress.module.css';
import { BULK_WORDS, bulkStepOf, CUSTOMERS } from './bulk-words.ts';

type BulkProgressProps = {
  readonly site: Site;
  readonly jobs: readonly Job[];
  readonly startedId: string | null;
};

/** One box for each; the rows below follow as customers are done. */
export function BulkProgress({ site, jobs, startedId }: BulkProgressProps) {
  useCustomersChange(jobs.reduce((sum, job) => sum + job.done, 0));
  return (
    <Stack gap="100">
      {jobs.map((job) => (
        <OneStep key={job.id} site={site} job={job} isStarted={job.id === startedId} />
      ))}
    </Stack>
  );
}

type OneStepProps = { readonly site: Site; readonly job: Job; readonly isStarted: boolean };

function OneStep({ site, job, isStarted }: OneStepProps) {
  const box = useRef<HTMLElement>(null);
  const stop = useBulkJobStep('stop');
  const step = bulkStepOf(job);

  // It was started from a bar below a long list: the focus goes to where it can be watched, and
  // takes the view along.
  useEffect(() => {
    if (isStarted) box.current?.focus();
  }, [isStarted]);

  if (!step) return null;
  return (
    // The box goes when the step ends; the list below it stays, and has what became of the customers.
    <div ref={handFocusOn}>
      <section
        ref={box}
        tabIndex={-1}
        className={styles['box']}
        aria-label={BULK_WORDS[step].label}
      >
        <ProgressBar
          label={`${BULK_WORDS[step].running} ${countOf(job.total, CUSTOMERS)}`}
          value={job.done / job.total}
          detail={`${count(job.done)} of ${count(job.total)} done, ${formatDuration(job.remainingMs)} left`}
        />
        <Inline>
          <BulkJobButton site={site} step={step} mutation={stop} jobId={job.id}>
            Stop
          </BulkJobButton>
          <LinkButton to={pathTo('bulk-step', { siteId: site.id, jobId: job.id })}>
            Show results
          </LinkButton>
        </Inline>
      </section>
    </div>
  );
}
