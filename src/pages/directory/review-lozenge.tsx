import type { Group } from '#src/contract/wire.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';

type Look = { readonly label: string; readonly tone: LozengeTone };

const REVIEWS: Readonly<Record<Exclude<Group['review'], 'none'>, Look>> = {
  pending: { label: 'To review', tone: 'moved' },
  approved: { label: 'Approved', tone: 'success' },
  denied: { label: 'Denied', tone: 'removed' },
};

/** How far an imported group's review has come; nothing for a group of the site itself. */
export function ReviewLozenge({ review }: Pick<Group, 'review'>) {
  if (review === 'none') return null;
  return <Lozenge tone={REVIEWS[review].tone}>{REVIEWS[review].label}</Lozenge>;
}
