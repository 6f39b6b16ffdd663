import { Link } from 'react-router-dom';
import type { SiteStanding } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Inline, Stack } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { RoleLozenge } from './account-lozenges.tsx';
import { ReviewLozenge } from './review-lozenge.tsx';

/** The groups that an account is in on a site, with the role that each gives. */
export function StandingGroups({ standing }: { readonly standing: SiteStanding }) {
  const { siteId, groups } = standing;
  if (groups.length === 0) return 'No group';
  return (
    <Stack gap="050">
      {groups.map(({ id: groupId, name, role, isDefault, review }) => (
        <Inline key={groupId} gap="075">
          <Link to={pathTo('group', { siteId, groupId })}>{name}</Link>
          <RoleLozenge role={role} />
          {isDefault && <Lozenge>{labels.defaultAccessGroup}</Lozenge>}
          <ReviewLozenge review={review} />
        </Inline>
      ))}
    </Stack>
  );
}
