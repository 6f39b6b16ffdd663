import type { ImportedGroup } from '#src/contract/wire.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { REVIEWS } from './review-words.ts';

/** Pending review, Approved, Partly approved or Denied. */
export function ReviewStatus({ review }: Pick<ImportedGroup, 'review'>) {
  const { label, tone } = REVIEWS[review];
  return <Lozenge tone={tone}>{label}</Lozenge>;
}
