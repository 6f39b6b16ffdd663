import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { labels } from '#src/ui/labels.ts';
import { LICENCES, MEMBERS, REQUESTS, roleLabel, type AccessDetail } from './review-words.ts';

type AccessEffectProps = {
  readonly group: ImportedGroupDetail;
  readonly requested: AccessDetail;
  readonly siteName: string;
};

/** What approving an access would give and cost, computed by the backend from the present data. */
export function AccessEffect({ group, requested, siteName }: AccessEffectProps) {
  const { access, effect } = requested;
  const items =
    access === 'product' ? productEffect(group, effect, siteName) : adminEffect(group, effect);
  return (
    <DefinitionList
      items={[
        ...items,
        ...(effect.membersSuspended > 0
          ? [
              {
                term: 'Stay locked out',
                value: `${countOf(effect.membersSuspended, MEMBERS)}: the account is suspended or deactivated, and ${access === 'product' ? 'the role alone does' : 'administration does'} not let anybody in`,
              },
            ]
          : []),
      ]}
    />
  );
}

type Effect = AccessDetail['effect'];

/** Once granted, every agent counts to the subscription; the Customer role is free (S3). */
function productEffect(
  { requestedRole, members }: ImportedGroupDetail,
  { licencesAdded, membersGaining, requests }: Effect,
  siteName: string,
) {
  return [
    {
      term: 'Costs',
      value:
        licencesAdded === 0
          ? `Nothing: no licence is added${requestedRole === 'customer' ? ', the Customer role is free' : ''}`
          : `${countOf(licencesAdded, LICENCES)} on ${siteName}`,
    },
    {
      term: 'Gives the role',
      value: `${roleLabel(requestedRole)} to ${count(membersGaining)} of ${countOf(members, MEMBERS)}${membersGaining < members ? '; the others have it or more already' : ''}`,
    },
    ...(requests
      ? [
          {
            term: 'Opens requests',
            value: `${countOf(requests.before, REQUESTS)} now, ${count(requests.after)} after approval, added up over the members`,
          },
        ]
      : []),
  ];
}

/** Admin access adds nothing to the bill (domain.md 5.1, REVIEW). */
function adminEffect({ members }: ImportedGroupDetail, { membersGaining }: Effect) {
  return [
    { term: 'Costs', value: 'Nothing: admin access adds nothing to the bill' },
    {
      term: 'Makes administrators',
      value: `${count(membersGaining)} of ${countOf(members, MEMBERS)}${membersGaining < members ? '; the others are administrators already' : ''}`,
    },
    {
      term: 'Opens requests',
      value: `None: administrators change the settings of ${labels.jiraServiceManagement}`,
    },
  ];
}
