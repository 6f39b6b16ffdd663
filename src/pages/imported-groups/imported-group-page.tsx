/* The review of one imported group: where it comes from, each access that it asks for, who is in it. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { importedGroupQueries } from '#src/client/imported-groups.ts';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { Tabs, useTabParam } from '#src/ui/tabs.tsx';
import { AccessReview } from './access-review.tsx';
import { GroupMembers } from './group-members.tsx';
import { GroupOrigin } from './group-origin.tsx';
import { GroupReportRows } from './group-report-rows.tsx';
import { ImportedGroupsFrame } from './imported-groups-frame.tsx';
import { ReviewStatus } from './review-status.tsx';

/** The page behind Review. */
export function ImportedGroupPage() {
  const { siteId = '', groupId = '' } = useParams();
  const group = useQuery(importedGroupQueries.get(siteId, groupId));
  return (
    <ImportedGroupsFrame
      siteId={siteId}
      isBelow
      title={group.data?.name ?? 'Imported group'}
      mark={group.data && <ReviewStatus review={group.data.review} />}
    >
      {group.data ? (
        <GroupReview siteId={siteId} group={group.data} />
      ) : group.error ? (
        <Stack gap="200">
          <ProblemMessage
            error={group.error}
            retry={problemCode(group.error) === 'not-found' ? undefined : group.refetch}
          />
          <div>
            <LinkButton to={pathTo('imported-groups', { siteId })}>
              {`Back to ${labels.importedGroups}`}
            </LinkButton>
          </div>
        </Stack>
      ) : (
        <SkeletonLines count={8} />
      )}
    </ImportedGroupsFrame>
  );
}

type GroupReviewProps = { readonly siteId: string; readonly group: ImportedGroupDetail };

function GroupReview({ siteId, group }: GroupReviewProps) {
  const { data: site } = useQuery(directoryQueries.site(siteId));
  const [tab, select] = useTabParam(['members', 'rows']);
  return (
    <Stack gap="400">
      <Stack gap="200">
        <GroupOrigin group={group} organizationId={site?.organization.id} />
        <Card title="Requested access">
          {group.accesses.map((requested) => (
            <AccessReview
              key={requested.access}
              siteId={siteId}
              siteName={site?.name ?? 'this site'}
              organizationId={site?.organization.id}
              group={group}
              requested={requested}
            />
          ))}
        </Card>
      </Stack>
      <Tabs
        label="The group’s people"
        selected={tab}
        onSelect={select}
        items={[
          { id: 'members', label: 'Members', count: group.members },
          { id: 'rows', label: 'Report rows', count: group.reportRows.length },
        ]}
      >
        {tab === 'members' ? (
          <GroupMembers siteId={siteId} group={group} />
        ) : (
          <GroupReportRows group={group} />
        )}
      </Tabs>
    </Stack>
  );
}
