import { Link } from 'react-router-dom';
import type { Group } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Hint, Inline } from '#src/ui/layout.tsx';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import { pathTo } from '#src/ui/paths.ts';

const REVIEWS: Readonly<
  Record<Exclude<Group['review'], 'none'>, { readonly label: string; readonly tone: LozengeTone }>
> = {
  pending: { label: 'To review', tone: 'moved' },
  approved: { label: 'Approved', tone: 'success' },
  denied: { label: 'Denied', tone: 'removed' },
};

type GroupNameProps = { readonly group: Group; readonly siteId: string };

/** A group's name and what it is for; the name of an imported one leads to its review. */
export function GroupName({ group, siteId }: GroupNameProps) {
  const review = group.review === 'none' ? null : REVIEWS[group.review];
  return (
    <>
      <Inline>
        {review ? (
          <Link to={pathTo('imported-group', { siteId, groupId: group.id })}>{group.name}</Link>
        ) : (
          group.name
        )}
        {group.isDefault && <Lozenge>{labels.defaultAccessGroup}</Lozenge>}
        {review && <Lozenge tone={review.tone}>{review.label}</Lozenge>}
      </Inline>
      {group.description && <Hint>{group.description}</Hint>}
    </>
  );
}
