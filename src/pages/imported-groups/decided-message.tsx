import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { ImportedGroupDetail } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { originPath } from './origin-path.ts';
import { ACCESS_NAMES, MEMBERS, REQUESTS, roleLabel, type AccessDetail } from './review-words.ts';

type MessageProps = { readonly group: ImportedGroupDetail; readonly requested: AccessDetail };

type ApprovedMessageProps = MessageProps & {
  readonly siteId: string;
  readonly siteName: string;
  readonly organizationId: string | undefined;
};

/** What the members have since approval, and where to go on. */
export function ApprovedMessage(props: ApprovedMessageProps) {
  const { group, requested, siteId, siteName, organizationId } = props;
  const { membersSuspended, requests } = requested.effect;
  const { planName } = group.origin;
  const to = originPath(group, organizationId);
  const members = countOf(group.members, MEMBERS);
  const has = group.members === 1 ? 'has' : 'have';
  return (
    <SectionMessage
      tone="success"
      title={`${decided(props)} is approved`}
      actions={
        <>
          {to && requested.access === 'product' && (
            <Link to={to}>{`See what else requires attention in ${planName}`}</Link>
          )}
          <Link to={pathTo('group', { siteId, groupId: group.id })}>Open the group</Link>
        </>
      }
    >
      <p>
        {requests
          ? `${members} ${has} at least the role ${roleLabel(group.requestedRole)} on ${siteName} and can open ${countOf(requests.after, REQUESTS)}, added up.`
          : `${members} ${has} administration of ${labels.jiraServiceManagement} on ${siteName}.`}
        {membersSuspended > 0 &&
          ` ${countOf(membersSuspended, MEMBERS)} ${membersSuspended === 1 ? 'is' : 'are'} still locked out, because the account is suspended or deactivated.`}
      </p>
      <p>Approval is final. Whoever is removed from the group loses what it gives.</p>
    </SectionMessage>
  );
}

/** What was denied can still be approved. */
export function DeniedMessage(props: MessageProps): ReactNode {
  return (
    <SectionMessage title={`${decided(props)} is denied`}>
      Its members keep the access that they have without it. You can still approve it.
    </SectionMessage>
  );
}

/** Where only one access was asked for, the group is what was decided about. */
function decided({ group, requested }: MessageProps): string {
  return group.accesses.length === 1 ? 'This group' : ACCESS_NAMES[requested.access];
}
