/* All bulk steps of a site, the newest first: the way back to one that was stopped or had failures. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { bulkQueries } from '#src/client/bulk.ts';
import { jobQueries } from '#src/client/jobs.ts';
import type { Job } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LinkButton } from '#src/ui/button.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { type Column, RecordTable } from '#src/ui/record-table.tsx';
import { BulkFrame } from './bulk-frame.tsx';
import { BulkJobState } from './bulk-state.tsx';
import { BULK_WORDS, bulkStepOf } from './bulk-words.ts';

const COLUMNS: readonly Column<Job>[] = [
  {
    id: 'step',
    heading: 'Step',
    isRowHeader: true,
    cell: (job) => {
      const step = bulkStepOf(job);
      const to = pathTo('bulk-step', { siteId: job.siteId, jobId: job.id });
      return step && <Link to={to}>{BULK_WORDS[step].label}</Link>;
    },
  },
  { id: 'state', heading: labels.status, cell: (job) => <BulkJobState state={job.state} /> },
  {
    id: 'started',
    heading: 'Started',
    cell: ({ startedAt }) => <Instant at={startedAt} format="date-time" />,
  },
  { id: 'total', heading: 'Customers', align: 'end', cell: ({ total }) => count(total) },
  { id: 'done', heading: 'Handled', align: 'end', cell: ({ done }) => count(done) },
  {
    id: 'failed',
    heading: 'Failed',
    align: 'end',
    cell: (job) => <FailedCount key={job.done} jobId={job.id} />,
  },
];

/** Bulk steps of the site that the address names. */
export function BulkStepsPage() {
  const { siteId = '' } = useParams();
  const query = useQuery({
    ...jobQueries.list({ siteId }),
    select: ({ items }) => ({ items: items.filter((job) => bulkStepOf(job) !== undefined) }),
  });
  return (
    <BulkFrame
      siteId={siteId}
      title="Bulk steps"
      description="What was done to many portal customers at once, with the result of each."
    >
      {(site) => (
        <RecordTable
          caption={`Bulk steps on ${site.name}`}
          query={query}
          columns={COLUMNS}
          rowKey={({ id }) => id}
          skeletonRows={3}
          empty={
            <EmptyState
              image="people"
              title="No bulk steps yet"
              description="Select customers in the list to migrate or delete them together."
              action={
                <LinkButton to={pathTo('portal-customers', { siteId })}>
                  {labels.portalCustomers}
                </LinkButton>
              }
            />
          }
        />
      )}
    </BulkFrame>
  );
}

function FailedCount({ jobId }: { readonly jobId: string }) {
  const { data } = useQuery(bulkQueries.items(jobId, { limit: 1 }));
  return data ? count(data.counts.failed) : null;
}
