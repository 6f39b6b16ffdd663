import { Link } from 'react-router-dom';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { MEMBERS, REQUESTS, roleLabel } from './review-words.ts';

type ApprovedMessageProps = {
  readonly group: ImportedGroupDetail;
  readonly siteName: string;
  readonly organizationId: string | undefined;
};

/** What the members have since approval, and where to go on. */
export function ApprovedMessage({ group, siteName, organizationId }: ApprovedMessageProps) {
  const { requestsAfter, membersSuspended } = group.approval;
  const { planId, planName } = group.origin;
  return (
    <SectionMessage
      tone="success"
      title="This group is approved"
      actions={
        organizationId && (
          <Link to={pathTo('copy-plan', { organizationId, planId }, { tab: 'attention' })}>
            {`See what else requires attention in ${planName}`}
          </Link>
        )
      }
    >
      <p>
        {`${countOf(group.members, MEMBERS)} ${group.members === 1 ? 'has' : 'have'} at least the role ${roleLabel(group.requestedRole)} on ${siteName} and can open ${countOf(requestsAfter, REQUESTS)}, added up.`}
        {membersSuspended > 0 &&
          ` ${countOf(membersSuspended, MEMBERS)} ${membersSuspended === 1 ? 'is' : 'are'} still locked out, because the account is suspended or deactivated.`}
      </p>
      <p>Approval is final: this console does not offer to take the role away again.</p>
    </SectionMessage>
  );
}
