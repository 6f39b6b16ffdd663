import { Link } from 'react-router-dom';
import type { SiteStanding } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { SectionMessage } from '#src/ui/section-message.tsx';
import { roleName } from './account-lozenges.tsx';

/** Access that an account would get from groups that wait for review; nothing where none waits. */
export function PendingAccess({ standing }: { readonly standing: SiteStanding }) {
  const { siteId, groups } = standing;
  const pending = groups.flatMap(({ id: groupId, name, role, review, adminReview }) => [
    ...(review === 'pending' ? [{ groupId, name, what: `${roleName(role)} role` }] : []),
    ...(adminReview === 'pending' ? [{ groupId, name, what: labels.adminAccess }] : []),
  ]);
  if (pending.length === 0) return null;
  return (
    <SectionMessage tone="warning">
      {pending.map(({ groupId, name, what }) => (
        <p key={`${groupId} ${what}`}>
          {`${what} pending review in `}
          <Link to={pathTo('imported-group', { siteId, groupId })}>{name}</Link>
        </p>
      ))}
    </SectionMessage>
  );
}
