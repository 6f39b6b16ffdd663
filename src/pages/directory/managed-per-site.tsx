import type { Organization } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';

type Kind = 'Users' | 'Groups';

type ManagedPerSiteProps = {
  readonly organization: Organization;
  readonly what: Kind | 'Users and groups';
};

/** S1: an organization whose Directory has no Users and Groups has the original user management. */
export function ManagedPerSite({ organization, what }: ManagedPerSiteProps) {
  const kinds: readonly Kind[] = what === 'Users and groups' ? ['Users', 'Groups'] : [what];
  return (
    <EmptyState
      image="people"
      title={`${what} are not in this directory`}
      description={`${organization.name} has the original user management: each site keeps its own list.`}
      action={
        <Inline>
          {organization.sites.flatMap((site) =>
            kinds.map((kind) => (
              <LinkButton
                key={`${site.id} ${kind}`}
                to={pathTo(kind === 'Users' ? 'site-users' : 'site-groups', { siteId: site.id })}
              >
                {`${kind} on ${site.name}`}
              </LinkButton>
            )),
          )}
        </Inline>
      }
    />
  );
}
