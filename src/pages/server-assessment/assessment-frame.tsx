/* What both screens of an assessment have in common: the server, what may be seen, and the way here. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { serverAssessmentQueries } from '#src/client/server-assessment.ts';
import type { ServerAssessment } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { problemCode } from '#src/ui/problem-code.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { serverWay } from '#src/ui/server-way.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';

type AssessmentFrameProps = {
  readonly title: string;
  readonly description: string;
  /** Whether it stands below the assessment. */
  readonly isBelow?: boolean;
  readonly actions?: (view: ServerAssessment) => ReactNode;
  readonly children: (view: ServerAssessment) => ReactNode;
};

/** One screen about the assessment of the server that the address names. */
export function AssessmentFrame(props: AssessmentFrameProps) {
  const { title, description, isBelow = false, actions, children } = props;
  const { serverId = '' } = useParams();
  const { data, error, refetch } = useQuery(serverAssessmentQueries.get(serverId));
  const isRefused = problemCode(error) === 'forbidden';
  const view = isRefused ? undefined : data;
  const above = { label: labels.assessAndPrepare, to: pathTo('server-assessment', { serverId }) };
  return (
    <Page
      title={title}
      description={description}
      breadcrumbs={[...serverWay(serverId, view?.server.name), ...(isBelow ? [above] : [])]}
      actions={view && actions?.(view)}
    >
      {view && children(view)}
      {!view && error && <Failed error={error} retry={refetch} />}
      {!view && !error && <SkeletonLines count={8} />}
    </Page>
  );
}
