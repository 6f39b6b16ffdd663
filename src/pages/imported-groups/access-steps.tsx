import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { Hint, Inline } from '#src/ui/layout.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import styles from './imported-groups.module.css';
import { ACCESS_NAMES, roleLabel, type AccessDetail } from './review-words.ts';

type AccessStepsProps = {
  readonly group: ImportedGroupDetail;
  readonly requested: AccessDetail;
  readonly isApproving: boolean;
  readonly isDenying: boolean;
  readonly onApprove: () => void;
  readonly onDeny: () => void;
};

/** Approve and Deny, as far as they are still possible (S0, "Select Approve to assign the Customer role"). */
export function AccessSteps(props: AccessStepsProps) {
  const { group, requested, isApproving, isDenying, onApprove, onDeny } = props;
  const { access, steps } = requested;
  if (steps.length === 0) return null;
  const canDeny = steps.includes('deny');
  const reason = whyNot(group.actions.review);
  const noRoom = reason ?? licencesMissing(group, requested);
  // With two of each on the screen, a name must say which access it decides about.
  const nameOf = (step: string) =>
    group.accesses.length === 1 ? undefined : `${step} ${ACCESS_NAMES[access].toLowerCase()}`;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only fetches what comes next
    <div className={styles['steps']} onPointerEnter={prefetchDialog} onFocus={prefetchDialog}>
      <Inline>
        <Button
          appearance="primary"
          isBusy={isApproving}
          isDisabled={isDenying || noRoom !== undefined}
          reason={noRoom}
          onPress={onApprove}
          aria-label={nameOf(labels.approve)}
        >
          {labels.approve}
        </Button>
        {canDeny && (
          <Button
            isBusy={isDenying}
            isDisabled={isApproving || reason !== undefined}
            reason={reason}
            onPress={onDeny}
            aria-label={nameOf(labels.deny)}
          >
            {labels.deny}
          </Button>
        )}
      </Inline>
      <Hint>
        {access === 'product'
          ? `${labels.approve} assigns the role ${roleLabel(group.requestedRole)} to every member at once.`
          : `${labels.approve} makes every member an administrator at once.`}
        {canDeny && ` ${labels.deny} changes nobody’s access.`}
      </Hint>
    </div>
  );
}

/** Why the licences of the site do not suffice; undefined where they do. */
function licencesMissing(
  { licences: { used, limit } }: ImportedGroupDetail,
  { effect: { licencesAdded } }: AccessDetail,
): string | undefined {
  if (licencesAdded === 0 || limit === null || used + licencesAdded <= limit) return undefined;
  return `The Free plan has ${count(limit)} agents and ${count(used)} are in use: ${count(licencesAdded)} more do not fit`;
}
