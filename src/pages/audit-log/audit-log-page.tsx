/* Every change of an organization: who, what, when, and what it was before. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { AuditList } from './audit-list.tsx';

/** Settings > Audit log. */
export function AuditLogPage() {
  const { organizationId = '' } = useParams();
  const { data, error, refetch } = useQuery(directoryQueries.organization(organizationId));
  const crumbs = data
    ? [
        { label: data.name, to: pathTo('organization', { organizationId }) },
        { label: labels.settings, to: pathTo('settings', { organizationId }) },
      ]
    : [];
  return (
    <Page
      title={labels.auditLog}
      description="Every change of this organization and its sites, and what the simulator did to the whole workspace. The newest stands first."
      breadcrumbs={[{ label: labels.admin, to: pathTo('organizations') }, ...crumbs]}
    >
      {data ? (
        <AuditList organization={data} />
      ) : error ? (
        <ProblemMessage error={error} retry={refetch} />
      ) : (
        <SkeletonLines count={8} />
      )}
    </Page>
  );
}
