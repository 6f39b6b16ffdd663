import { Link } from 'react-router-dom';
import type { GroupDetail } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';

type GroupReviewMessageProps = { readonly siteId: string; readonly group: GroupDetail };

/** What of an imported group waits for review or was denied; nothing where all of it counts. */
export function GroupReviewMessage({ siteId, group }: GroupReviewMessageProps) {
  const denied = deniedOf(group);
  if (!group.awaitsReview && denied === undefined) return null;
  return (
    <SectionMessage
      tone="warning"
      title={group.awaitsReview ? 'The group waits for review' : denied}
      actions={
        <Link to={pathTo('imported-group', { siteId, groupId: group.id })}>{labels.review}</Link>
      }
    >
      {group.awaitsReview
        ? 'Its members do not have the access that waits, and the group cannot be changed before.'
        : 'Its members get nothing of it. The review can still be opened to approve it.'}
    </SectionMessage>
  );
}

function deniedOf({ review, adminReview }: GroupDetail): string | undefined {
  if (review === 'denied') {
    const isAll = adminReview === 'none' || adminReview === 'denied';
    return isAll ? 'The requested access was denied' : `${labels.productAccess} was denied`;
  }
  if (adminReview !== 'denied') return undefined;
  return review === 'none' ? 'The requested access was denied' : `${labels.adminAccess} was denied`;
}
