/* One group of a site: its role, its members, and what they cost. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { groupQueries } from '#src/client/groups.ts';
import type { Site } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { problemCode } from '#src/ui/problem-code.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { GroupActions } from './group-actions.tsx';
import { GroupFacts } from './group-facts.tsx';
import { MemberList } from './member-list.tsx';
import { ReviewLozenge } from './review-lozenge.tsx';

/** Directory > Groups > a group; in the original experience the site's own Groups. */
export function GroupPage() {
  const { siteId = '', groupId = '' } = useParams();
  const { data: site } = useQuery(directoryQueries.site(siteId));
  const { data: group, error, refetch } = useQuery(groupQueries.get(siteId, groupId));
  const groups = site && groupsOf(site);
  return (
    <Page
      title={group?.name ?? 'Group'}
      mark={group && <ReviewLozenge group={group} />}
      description={group?.description}
      actions={group && <GroupActions siteId={siteId} group={group} />}
      breadcrumbs={[
        { label: labels.admin, to: pathTo('organizations') },
        ...(site ? crumbsTo(site) : []),
        ...(groups ? [groups] : []),
      ]}
    >
      {group && site ? (
        <Stack gap="400">
          <GroupFacts group={group} site={site} />
          <section>
            <Stack gap="200">
              <SectionHeading>Members</SectionHeading>
              <MemberList siteId={siteId} group={group} />
            </Stack>
          </section>
        </Stack>
      ) : error ? (
        <Stack gap="200">
          <Failed
            error={error}
            {...(problemCode(error) !== 'not-found' && { retry: () => void refetch() })}
          />
          {groups && (
            <div>
              <LinkButton to={groups.to}>{`Back to ${labels.groups}`}</LinkButton>
            </div>
          )}
        </Stack>
      ) : (
        <SkeletonLines count={8} />
      )}
    </Page>
  );
}

function crumbsTo({ id: siteId, name, organization }: Site) {
  const { id: organizationId } = organization;
  const own = { label: organization.name, to: pathTo('organization', { organizationId }) };
  return organization.experience === 'centralized'
    ? [own]
    : [own, { label: name, to: pathTo('site', { siteId }) }];
}

/** Where the list stands that the group belongs to. */
function groupsOf({ id: siteId, organization }: Site) {
  const { id: organizationId, experience } = organization;
  const to =
    experience === 'centralized'
      ? pathTo('directory-groups', { organizationId }, { site: siteId })
      : pathTo('site-groups', { siteId });
  return { label: labels.groups, to };
}
