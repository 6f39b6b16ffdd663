import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { crumbsTo } from './crumbs.ts';

type BulkFrameProps = {
  readonly siteId: string;
  readonly title: string;
  readonly description?: string;
  /** Stands below the list of all steps. */
  readonly isBelow?: boolean;
  readonly children: (site: Site) => ReactNode;
};

/** The frame of the screens about bulk steps; no source says how the real product reports them. */
export function BulkFrame({ siteId, title, description, isBelow, children }: BulkFrameProps) {
  const { data: site, error, refetch } = useQuery(directoryQueries.site(siteId));
  return (
    <Page
      title={title}
      description={description}
      mark={<SimulatorMark />}
      breadcrumbs={[
        ...crumbsTo(site),
        { label: labels.portalCustomers, to: pathTo('portal-customers', { siteId }) },
        ...(isBelow ? [{ label: 'Bulk steps', to: pathTo('bulk-steps', { siteId }) }] : []),
      ]}
    >
      {site && children(site)}
      {!site && error && <ProblemMessage error={error} retry={refetch} />}
      {!site && !error && <SkeletonLines count={6} />}
    </Page>
  );
}
