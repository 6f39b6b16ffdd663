import type { GroupDetail, Site } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card, Inline } from '#src/ui/layout.tsx';
import { RoleLozenge } from './account-lozenges.tsx';
import { GroupReviewMessage } from './group-review-message.tsx';
import { LICENCES } from './licence-words.ts';
import { AccessReviewLozenge } from './review-lozenge.tsx';

type GroupFactsProps = { readonly group: GroupDetail; readonly site: Site };

/** What the group gives and what that costs. */
export function GroupFacts({ group, site }: GroupFactsProps) {
  return (
    <>
      <GroupReviewMessage siteId={site.id} group={group} />
      <Card>
        <DefinitionList
          columns={2}
          items={[
            { term: 'Site', value: site.name },
            {
              term: 'Role',
              value: (
                <Inline gap="075">
                  <RoleLozenge role={group.role} />
                  <AccessReviewLozenge review={group.review} />
                </Inline>
              ),
            },
            {
              term: labels.adminAccess,
              value: group.adminAccess ? (
                <Inline gap="075">
                  Yes
                  <AccessReviewLozenge review={group.adminReview} />
                </Inline>
              ) : (
                'No'
              ),
            },
            { term: 'Members', value: count(group.members) },
            { term: labels.defaultGroup, value: group.isDefault ? 'Yes' : 'No' },
            { term: 'Licences through this group alone', value: licencesOf(group) },
            { term: `Licences used on ${site.name}`, value: usedOf(group) },
          ]}
        />
      </Card>
    </>
  );
}

function licencesOf({ role, licencesThroughThis }: GroupDetail): string {
  if (role === 'agent') return countOf(licencesThroughThis, LICENCES);
  return role === 'customer' ? 'None: the Customer role is free' : 'None: the group gives no role';
}

function usedOf({ licences: { used, limit } }: GroupDetail): string {
  return limit === null ? `${count(used)}, without a limit` : `${count(used)} of ${count(limit)}`;
}
