import { Link } from 'react-router-dom';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { Card } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';

type GroupOriginProps = {
  readonly group: ImportedGroupDetail;
  /** The organization under which the plan is opened; undefined until it is known. */
  readonly organizationId: string | undefined;
};

/** Where the group comes from. */
export function GroupOrigin({ group, organizationId }: GroupOriginProps) {
  const { planId, planName, sourceSiteName, reason } = group.origin;
  return (
    <Card title="Origin">
      <p>
        {reason === 'mismatched-customers'
          ? `These people were portal-only customers on ${sourceSiteName} and have an Atlassian account here. The copy gathered them in this group.`
          : `This group came along from ${sourceSiteName}, because it gives its members access there.`}
      </p>
      <DefinitionList
        columns={2}
        items={[
          { term: 'Source', value: sourceSiteName },
          {
            term: 'Copy plan',
            value: organizationId ? (
              <Link to={pathTo('copy-plan', { organizationId, planId }, { tab: 'attention' })}>
                {planName}
              </Link>
            ) : (
              planName
            ),
          },
          ...(group.reviewedAt === null
            ? []
            : [
                {
                  term: 'Last decision',
                  value: <Instant at={group.reviewedAt} format="date-time" />,
                },
              ]),
        ]}
      />
    </Card>
  );
}
