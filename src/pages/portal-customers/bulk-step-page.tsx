/* One bulk step: how far it is, what became of each customer, and what can be done about it. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { jobQueries } from '#src/client/jobs.ts';
import type { Job, Site } from '#src/contract/wire.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { BulkFrame } from './bulk-frame.tsx';
import { BulkOverview } from './bulk-overview.tsx';
import { BulkResults } from './bulk-results.tsx';
import { BULK_WORDS, bulkStepOf } from './bulk-words.ts';

/** The bulk step that the address names; it survives a reload, as the step does. */
export function BulkStepPage() {
  const { siteId = '', jobId = '' } = useParams();
  const { data: job, error, refetch } = useQuery(jobQueries.get(jobId));
  const step = job && bulkStepOf(job);
  return (
    <BulkFrame siteId={siteId} title={step ? BULK_WORDS[step].label : 'Bulk step'} isBelow>
      {(site) =>
        job ? (
          <Step site={site} job={job} />
        ) : error ? (
          <ProblemMessage
            error={error}
            retry={problemCode(error) === 'not-found' ? undefined : refetch}
          />
        ) : (
          <SkeletonLines count={8} />
        )
      }
    </BulkFrame>
  );
}

function Step({ site, job }: { readonly site: Site; readonly job: Job }) {
  const step = bulkStepOf(job);
  if (!step || job.siteId !== site.id) {
    return (
      <EmptyState
        image="search"
        title="This is no bulk step of the site"
        description="The address names other work."
      />
    );
  }
  return (
    <Stack gap="300">
      <BulkOverview site={site} job={job} step={step} />
      <BulkResults job={job} step={step} />
    </Stack>
  );
}
