import type { Group } from '#src/contract/wire.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';

type Look = { readonly label: string; readonly tone: LozengeTone };

type Review = Exclude<Group['review'], 'none'>;

const REVIEWS: Readonly<Record<Review, Look>> = {
  pending: { label: 'To review', tone: 'moved' },
  approved: { label: 'Approved', tone: 'success' },
  denied: { label: 'Denied', tone: 'removed' },
};

type Reviewed = Pick<Group, 'review' | 'adminReview'>;

/** How far an imported group's review has come, as a whole; nothing for a group of the site itself. */
export function ReviewLozenge({ group: { review, adminReview } }: { readonly group: Reviewed }) {
  const reviews = [review, adminReview].filter((each) => each !== 'none');
  const [first] = reviews;
  if (!first) return null;
  if (reviews.includes('pending')) return <Look {...REVIEWS.pending} />;
  const isMixed = reviews.some((each) => each !== first);
  return isMixed ? (
    <Look label="Partly approved" tone="inprogress" />
  ) : (
    <Look {...REVIEWS[first]} />
  );
}

/** How far the review of one access has come. */
export function AccessReviewLozenge({ review }: { readonly review: Group['review'] }) {
  return review === 'none' ? null : <Look {...REVIEWS[review]} />;
}

function Look({ label, tone }: Look) {
  return <Lozenge tone={tone}>{label}</Lozenge>;
}
