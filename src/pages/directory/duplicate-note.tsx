import { Link } from 'react-router-dom';
import type { SiteStanding } from '#src/contract/wire.ts';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';

type DuplicateNoteProps = {
  readonly standing: SiteStanding;
  readonly duplicate: NonNullable<SiteStanding['duplicate']>;
};

/** S1: who does not migrate the portal-only account leaves its requests out of sight. */
export function DuplicateNote({ standing, duplicate }: DuplicateNoteProps) {
  const { siteId, siteName } = standing;
  const to = pathTo(
    'portal-customers',
    { siteId },
    { [searchKeys.customer]: duplicate.customerId },
  );
  return (
    <SectionMessage
      tone="warning"
      title={`This address also has a portal-only account on ${siteName}`}
      actions={<Link to={to}>Open the portal customer</Link>}
    >
      Its requests cannot be opened until it is migrated to this Atlassian account.
    </SectionMessage>
  );
}
