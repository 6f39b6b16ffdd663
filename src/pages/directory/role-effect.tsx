import type { GroupDetail, GroupMember } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import { RoleLozenge } from './account-lozenges.tsx';
import { licenceEffect } from './licence-words.ts';

type RoleEffectProps = { readonly group: GroupDetail; readonly member: GroupMember };

/** What joining or leaving a group does to one account, computed by the backend. */
export function RoleEffect({ group, member }: RoleEffectProps) {
  const { used, limit } = group.licences;
  const after = used + member.licencesAdded;
  const total = limit === null ? '' : ` of ${count(limit)}`;
  return (
    <DefinitionList
      items={[
        {
          term: 'Role on the site',
          value:
            member.role === member.roleAfter ? (
              <Inline>
                <RoleLozenge role={member.role} /> stays
              </Inline>
            ) : (
              <Inline>
                <RoleLozenge role={member.role} /> becomes <RoleLozenge role={member.roleAfter} />
              </Inline>
            ),
        },
        {
          term: 'Licences',
          value: `${licenceEffect(member)} ${count(used)}${total} in use now, ${count(after)} afterwards.`,
        },
        ...(group.givesAdmin
          ? [{ term: labels.adminAccess, value: 'Comes with the group; takes no licence' }]
          : []),
        {
          term: 'Message',
          value:
            member.role === member.roleAfter
              ? 'None'
              : 'None: nobody is told that the role changes',
        },
      ]}
    />
  );
}
