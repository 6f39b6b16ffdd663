import { Link } from 'react-router-dom';
import type { SiteStanding } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { RoleLozenge } from './account-lozenges.tsx';
import { AdminAccess } from './admin-access.tsx';
import { AccessReviewLozenge } from './review-lozenge.tsx';

/** The groups that an account is in on a site, with what each gives and how far its review is. */
export function StandingGroups({ standing }: { readonly standing: SiteStanding }) {
  const { siteId, groups } = standing;
  if (groups.length === 0) return 'No group';
  return (
    <Stack gap="050">
      {groups.map((group) => (
        <Inline key={group.id} gap="075">
          <Link to={pathTo('group', { siteId, groupId: group.id })}>{group.name}</Link>
          <RoleLozenge role={group.role} />
          <AccessReviewLozenge review={group.review} />
          <AdminAccess group={group} />
          <AccessReviewLozenge review={group.adminReview} />
          {group.isDefault && <Lozenge>{labels.defaultAccessGroup}</Lozenge>}
        </Inline>
      ))}
    </Stack>
  );
}
