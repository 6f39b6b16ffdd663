import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { MEMBERS, REQUESTS, roleLabel } from './review-words.ts';

type ApprovalEffectProps = {
  readonly group: ImportedGroupDetail;
  readonly siteName: string;
};

/** What approval would give and cost, computed by the backend from the present data. */
export function ApprovalEffect({ group, siteName }: ApprovalEffectProps) {
  const { approval, members } = group;
  const role = roleLabel(group.requestedRole);
  return (
    <DefinitionList
      items={[
        {
          term: 'Costs',
          value:
            approval.licencesAdded === 0
              ? `Nothing: no licence is added${group.requestedRole === 'customer' ? ', the Customer role is free' : ''}`
              : `${countOf(approval.licencesAdded, { one: 'licence', other: 'licences' })} on ${siteName}`,
        },
        {
          term: 'Gives the role',
          value: `${role} to ${count(approval.membersGainingRole)} of ${countOf(members, MEMBERS)}${approval.membersGainingRole < members ? '; the others have it or more already' : ''}`,
        },
        {
          term: 'Opens requests',
          value: `${countOf(approval.requestsBefore, REQUESTS)} now, ${count(approval.requestsAfter)} after approval, added up over the members`,
        },
        ...(approval.membersSuspended > 0
          ? [
              {
                term: 'Stay locked out',
                value: `${countOf(approval.membersSuspended, MEMBERS)}: the account is suspended or deactivated, and the role alone does not let anybody in`,
              },
            ]
          : []),
      ]}
    />
  );
}
