import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';

/** A site without any customer, and how to fill it. */
export function NoCustomers({ siteId }: { readonly siteId: string }) {
  return (
    <EmptyState
      image="people"
      title="No portal customers yet"
      description="Nobody has a portal-only account on this site. Load the exports of your own site to rehearse with its customers."
      action={
        <Inline>
          <LinkButton appearance="primary" to={pathTo('load-exports', { siteId })}>
            Load your exports
          </LinkButton>
          <SimulatorMark />
        </Inline>
      }
    />
  );
}
