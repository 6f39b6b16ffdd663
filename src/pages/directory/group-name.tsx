import { Link } from 'react-router-dom';
import type { Group } from '#src/contract/wire.ts';
import { Hint, Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ReviewLozenge } from './review-lozenge.tsx';

type GroupNameProps = { readonly group: Group; readonly siteId: string };

/** A group's name and what it is for; the name of one that waits leads to its review. */
export function GroupName({ group, siteId }: GroupNameProps) {
  const params = { siteId, groupId: group.id };
  const to = pathTo(group.awaitsReview ? 'imported-group' : 'group', params);
  return (
    <>
      <Inline>
        <Link to={to}>{group.name}</Link>
        <ReviewLozenge group={group} />
      </Inline>
      {group.description && <Hint>{group.description}</Hint>}
    </>
  );
}
