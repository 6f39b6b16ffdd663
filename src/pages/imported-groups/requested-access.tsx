import type { ImportedGroup } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import styles from './imported-groups.module.css';
import { ReviewStatus } from './review-status.tsx';
import { roleLabel } from './review-words.ts';

/** Product access and admin access; with both, each has its own state. */
export function RequestedAccess({ group }: { readonly group: ImportedGroup }) {
  const { accesses, requestedRole } = group;
  return (
    <span className={styles['requested']}>
      {accesses.map(({ access, review }) => (
        <span key={access} className={styles['source']}>
          <Inline gap="075">
            {access === 'product' ? roleLabel(requestedRole) : labels.adminAccess}
            {accesses.length > 1 && <ReviewStatus review={review} />}
          </Inline>
          {access === 'product' && (
            <span className={styles['quiet']}>{labels.jiraServiceManagement}</span>
          )}
        </span>
      ))}
    </span>
  );
}
