/* *Did everybody arrive?*: the counts on both sides, and what became of each person of a server. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { pollWhile } from '#src/client/jobs.ts';
import { downloadArrivals, serverArrivalQueries } from '#src/client/server-arrivals.ts';
import type { ServerArrival } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { problemCode } from '#src/ui/problem-code.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { serverWay } from '#src/ui/server-way.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { ArrivalPeople } from './arrival-people.tsx';
import { ArrivalVerdict } from './arrival-verdict.tsx';
import { BothCounts } from './both-counts.tsx';
import { DownloadArrivals } from './download-arrivals.tsx';
import { Reconciliation } from './reconciliation.tsx';

/** The arrival of one migration. */
export function ServerArrivalPage() {
  const { serverId = '', planId = '' } = useParams();
  const { data, error, refetch } = useQuery({
    ...serverArrivalQueries.get(planId),
    refetchInterval: pollWhile(({ plan }: ServerArrival) => plan.state === 'running'),
  });
  const arrival = problemCode(error) === 'forbidden' ? undefined : data;
  return (
    <Page
      title="Did everybody arrive?"
      description="Customers counted on both sides, and every step that leads from one count to the other."
      breadcrumbs={[
        ...serverWay(serverId, arrival?.server.name),
        { label: labels.migrationsDashboard, to: pathTo('server-migrations', { serverId }) },
        {
          label: arrival?.plan.name ?? 'Migration',
          to: pathTo('server-migration', { serverId, planId }),
        },
      ]}
      actions={arrival && <DownloadArrivals load={() => downloadArrivals(planId)} />}
    >
      {arrival && (
        <Stack gap="300">
          <ArrivalVerdict arrival={arrival} />
          <BothCounts arrival={arrival} />
          <Reconciliation arrival={arrival} />
          <ArrivalPeople arrival={arrival} />
        </Stack>
      )}
      {!arrival && error && <Failed error={error} retry={refetch} />}
      {!arrival && !error && <SkeletonLines count={10} />}
    </Page>
  );
}
