import { Link } from 'react-router-dom';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { Card } from '#src/ui/layout.tsx';
import { originPath } from './origin-path.ts';

type GroupOriginProps = {
  readonly group: ImportedGroupDetail;
  /** The organization under which the plan is opened; undefined until it is known. */
  readonly organizationId: string | undefined;
};

/** Where the group comes from. */
export function GroupOrigin({ group, organizationId }: GroupOriginProps) {
  const { planName, sourceSiteName, reason } = group.origin;
  const to = originPath(group, organizationId);
  const ofServer = group.origin.serverId !== null;
  return (
    <Card title="Origin">
      <p>
        {reason === 'mismatched-customers'
          ? `These people were portal-only customers on ${sourceSiteName} and have an Atlassian account here. The copy gathered them in this group.`
          : ofServer
            ? `A migration brought this group from the server ${sourceSiteName}, where it gives its members access.`
            : `This group came along from ${sourceSiteName}, because it gives its members access there.`}
      </p>
      <DefinitionList
        columns={2}
        items={[
          { term: ofServer ? 'Server' : 'Source', value: sourceSiteName },
          {
            term: ofServer ? 'Migration' : 'Copy plan',
            value: to ? <Link to={to}>{planName}</Link> : planName,
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
