import { Link } from 'react-router-dom';
import type { GroupDetail, Site } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { labels } from '#src/ui/labels.ts';
import { Card } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { RoleLozenge } from './account-lozenges.tsx';
import { LICENCES } from './licence-words.ts';

type GroupFactsProps = { readonly group: GroupDetail; readonly site: Site };

/** What the group gives and what that costs. */
export function GroupFacts({ group, site }: GroupFactsProps) {
  return (
    <>
      {(group.review === 'pending' || group.review === 'denied') && (
        <SectionMessage
          tone="warning"
          title={
            group.review === 'pending'
              ? 'The group waits for review'
              : 'The requested access was denied'
          }
          actions={
            <Link to={pathTo('imported-group', { siteId: site.id, groupId: group.id })}>
              {labels.review}
            </Link>
          }
        >
          {group.review === 'pending'
            ? 'Its members get nothing from it yet, and it cannot be changed before.'
            : 'Its members get nothing from it. The review can still be opened to approve it.'}
        </SectionMessage>
      )}
      <Card>
        <DefinitionList
          columns={2}
          items={[
            { term: 'Site', value: site.name },
            { term: 'Role', value: <RoleLozenge role={group.role} /> },
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
