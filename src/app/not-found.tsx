import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { Frame } from './frame.tsx';

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <Frame>
      <Page title="Page not found" width="narrow">
        <EmptyState
          image="search"
          title="There is nothing at this address"
          description="The link may be old, or belong to another workspace."
          action={
            <LinkButton appearance="primary" to={pathTo('organizations')}>
              Go to your organizations
            </LinkButton>
          }
        />
      </Page>
    </Frame>
  );
}
