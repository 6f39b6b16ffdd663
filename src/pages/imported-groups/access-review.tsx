/* One requested access: what approving it gives and costs, and beside it the buttons (S0, step 7). */
import { lazy, useEffect, useId, useRef, useState } from 'react';
import { useApproveGroup, useDenyGroup } from '#src/client/imported-groups.ts';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { Hint, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { AccessEffect } from './access-effect.tsx';
import { AccessSteps } from './access-steps.tsx';
import { ApprovedMessage, DeniedMessage } from './decided-message.tsx';
import styles from './imported-groups.module.css';
import { ReviewStatus } from './review-status.tsx';
import { ACCESS_NAMES, accessMeaning, reviewFacts, type AccessDetail } from './review-words.ts';

const ApproveDialog = lazy(async () => ({
  default: (await import('./approve-dialog.tsx')).ApproveDialog,
}));

type AccessReviewProps = {
  readonly siteId: string;
  readonly siteName: string;
  readonly organizationId: string | undefined;
  readonly group: ImportedGroupDetail;
  readonly requested: AccessDetail;
};

/** Product access or admin access of an imported group, reviewed on its own (domain.md 5.1). */
export function AccessReview(props: AccessReviewProps) {
  const { siteId, siteName, group, requested } = props;
  const { access, review, effect } = requested;
  const approving = useApproveGroup();
  const denying = useDenyGroup();
  const [isAsked, setIsAsked] = useState(false);
  const [answered, setAnswered] = useState(0);
  const outcome = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const error = isAsked ? null : (approving.error ?? denying.error);
  const stale = useStaleStep(approving.error ?? denying.error, group, reviewFacts);
  const handsOut = access === 'product' ? effect.licencesAdded : effect.membersGaining;

  // The button that was pressed may be gone: the focus goes on at what came of it.
  useEffect(() => {
    if (answered > 0) outcome.current?.focus();
  }, [answered]);

  function decide(verdict: 'approved' | 'denied') {
    const [chosen, other] = verdict === 'approved' ? [approving, denying] : [denying, approving];
    const isAlone = !isAsked;
    other.reset();
    stale.asked(group);
    chosen.mutate(
      { siteId, groupId: group.id, access, version: group.version },
      {
        onSuccess: () => setIsAsked(false),
        // A refusal is said in the dialog that asked.
        onSettled: (_answer, refusal) => {
          if (isAlone || !refusal) setAnswered((times) => times + 1);
        },
      },
    );
  }

  return (
    <section className={styles['access']} aria-labelledby={headingId}>
      <div className={styles['what']}>
        <SectionHeading level={3} id={headingId}>
          {ACCESS_NAMES[access]}
        </SectionHeading>
        <Hint>{accessMeaning(access, group.requestedRole)}</Hint>
        <div>
          <ReviewStatus review={review} />
        </div>
      </div>
      <div ref={outcome} tabIndex={-1} className={styles['effect']}>
        <Stack gap="150">
          {isAsked ? null : (stale.refusal ?? (error ? <ProblemMessage error={error} /> : null))}
          {review === 'approved' ? (
            <ApprovedMessage {...props} />
          ) : (
            <>
              {review === 'denied' && <DeniedMessage group={group} requested={requested} />}
              <SectionHeading level={4}>If you approve</SectionHeading>
              <AccessEffect group={group} requested={requested} siteName={siteName} />
            </>
          )}
        </Stack>
      </div>
      <AccessSteps
        group={group}
        requested={requested}
        isApproving={approving.isPending}
        isDenying={denying.isPending}
        onApprove={() => {
          approving.reset();
          if (handsOut > 0) setIsAsked(true);
          else decide('approved');
        }}
        onDeny={() => decide('denied')}
      />
      <LatePart>
        {isAsked && (
          <ApproveDialog
            group={group}
            requested={requested}
            siteName={siteName}
            isBusy={approving.isPending}
            error={approving.error}
            refusal={stale.refusal}
            onConfirm={() => decide('approved')}
            onClose={() => setIsAsked(false)}
          />
        )}
      </LatePart>
    </section>
  );
}
