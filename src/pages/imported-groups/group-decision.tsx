import { useEffect, useRef, useState } from 'react';
import { useApproveGroup, useDenyGroup } from '#src/client/imported-groups.ts';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, Inline } from '#src/ui/layout.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { ApprovalEffect } from './approval-effect.tsx';
import { ApprovedMessage } from './approved-message.tsx';
import { roleLabel } from './review-words.ts';

type GroupDecisionProps = {
  readonly siteId: string;
  readonly siteName: string;
  readonly organizationId: string | undefined;
  readonly group: ImportedGroupDetail;
};

/** What approval gives and costs, and beside it the buttons: S0, "Select Approve to assign the Customer role". */
export function GroupDecision({ siteId, siteName, organizationId, group }: GroupDecisionProps) {
  const approving = useApproveGroup();
  const denying = useDenyGroup();
  const outcome = useRef<HTMLDivElement>(null);
  const [answered, setAnswered] = useState(0);
  const given = { siteId, groupId: group.id, version: group.version };
  const reason = whyNot(group.actions.review);
  const noRoom = licencesMissing(group.approval);
  const error = approving.error ?? denying.error;

  // The button that was pressed may be gone: the focus goes on at what came of it.
  useEffect(() => {
    if (answered > 0) outcome.current?.focus();
  }, [answered]);

  function decide(verdict: 'approved' | 'denied') {
    const [chosen, other] = verdict === 'approved' ? [approving, denying] : [denying, approving];
    other.reset();
    chosen.mutate(given, { onSettled: () => setAnswered((times) => times + 1) });
  }

  return (
    <div ref={outcome} tabIndex={-1}>
      <Card title={group.review === 'approved' ? 'Decision' : 'If you approve'}>
        {error ? <ProblemMessage error={error} /> : null}
        {group.review === 'approved' ? (
          <ApprovedMessage group={group} siteName={siteName} organizationId={organizationId} />
        ) : (
          <>
            {group.review === 'denied' && (
              <SectionMessage title="This group is denied">
                Its members keep the access that they have without it. You can still approve it.
              </SectionMessage>
            )}
            <ApprovalEffect group={group} siteName={siteName} />
            <Inline>
              <Button
                appearance="primary"
                isBusy={approving.isPending}
                isDisabled={denying.isPending || (reason ?? noRoom) !== undefined}
                reason={reason ?? noRoom}
                onPress={() => decide('approved')}
              >
                {labels.approve}
              </Button>
              {group.review === 'pending' && (
                <Button
                  isBusy={denying.isPending}
                  isDisabled={approving.isPending || reason !== undefined}
                  reason={reason}
                  onPress={() => decide('denied')}
                >
                  {labels.deny}
                </Button>
              )}
            </Inline>
            <p>
              {`${labels.approve} assigns the role ${roleLabel(group.requestedRole)} to every member at once and cannot be taken back here.`}
              {group.review === 'pending' && ` ${labels.deny} changes nobody’s access.`}
            </p>
          </>
        )}
      </Card>
    </div>
  );
}

/** Why the licences of the site do not suffice; undefined where they do. */
function licencesMissing({
  licencesAdded,
  licences: { used, limit },
}: ImportedGroupDetail['approval']): string | undefined {
  if (licencesAdded === 0 || limit === null || used + licencesAdded <= limit) return undefined;
  return `The Free plan has ${count(limit)} agents and ${count(used)} are in use: ${count(licencesAdded)} more do not fit`;
}
