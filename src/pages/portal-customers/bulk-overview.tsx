import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { bulkQueries, type BulkStep, useBulkJobStep } from '#src/client/bulk.ts';
import type { Job, Site } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { formatDuration, Instant } from '#src/ui/instant.tsx';
import { Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { BulkJobButton } from './bulk-job-button.tsx';
import styles from './bulk-progress.module.css';
import { BulkJobState } from './bulk-state.tsx';
import { CUSTOMERS } from './bulk-words.ts';

type BulkOverviewProps = { readonly site: Site; readonly job: Job; readonly step: BulkStep };

/** How far the step is, with Stop, Resume or Retry failed, whichever its state allows. */
export function BulkOverview({ site, job, step }: BulkOverviewProps) {
  const { data } = useQuery(bulkQueries.items(job.id, { limit: 1 }));
  const stop = useBulkJobStep('stop');
  const resume = useBulkJobStep('resume');
  const retry = useBulkJobStep('retry');
  const navigate = useNavigate();
  const failed = data?.counts.failed ?? 0;
  const isEnded = job.state === 'finished' || job.state === 'failed';
  const props = { site, step, jobId: job.id };

  return (
    <section className={styles['box']} aria-label="Progress">
      <ProgressBar
        label={`${count(job.done)} of ${countOf(job.total, CUSTOMERS)} handled`}
        value={job.done / job.total}
        tone={isEnded && failed === 0 ? 'success' : 'default'}
        detail={
          <Inline gap="100">
            <BulkJobState state={job.state} />
            {detailOf(job)}
          </Inline>
        }
      />
      <Inline>
        {job.state === 'running' && (
          <BulkJobButton {...props} mutation={stop}>
            Stop
          </BulkJobButton>
        )}
        {job.state === 'stopped' && (
          <BulkJobButton {...props} mutation={resume} appearance="primary">
            Resume
          </BulkJobButton>
        )}
        {isEnded && failed > 0 && (
          <BulkJobButton
            {...props}
            mutation={retry}
            appearance="primary"
            onDone={({ id }) => void navigate(pathTo('bulk-step', { siteId: site.id, jobId: id }))}
          >
            {`Retry ${count(failed)} failed`}
          </BulkJobButton>
        )}
      </Inline>
    </section>
  );
}

function detailOf({ state, remainingMs, total, done, endsAt }: Job) {
  if (state === 'running') return `${formatDuration(remainingMs)} left`;
  if (state === 'stopped') {
    return `${countOf(total - done, { one: 'customer waits', other: 'customers wait' })} until it is resumed`;
  }
  return <Instant at={endsAt} format="date-time" />;
}
