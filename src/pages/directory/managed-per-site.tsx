import type { Organization } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';

type ManagedPerSiteProps = {
  readonly organization: Organization;
  readonly what: 'Users' | 'Groups';
};

/** S1: an organization whose Directory has no Users and Groups has the original user management. */
export function ManagedPerSite({ organization, what }: ManagedPerSiteProps) {
  const name = what === 'Users' ? 'site-users' : 'site-groups';
  return (
    <EmptyState
      image="people"
      title={`${what} are not in this directory`}
      description={`${organization.name} has the original user management: each site keeps its own list.`}
      action={
        <Inline>
          {organization.sites.map((site) => (
            <LinkButton key={site.id} to={pathTo(name, { siteId: site.id })}>
              {`${what} on ${site.name}`}
            </LinkButton>
          ))}
        </Inline>
      }
    />
  );
}
