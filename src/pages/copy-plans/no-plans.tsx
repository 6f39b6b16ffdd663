import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';

/** What copying is for, before the first plan. */
export function NoPlans({ createPath }: { readonly createPath: string }) {
  return (
    <EmptyState
      image="copy"
      title="No copy plans yet"
      description="A copy plan names a source site, a destination site and the customers to copy. It shows what will happen to every customer before anything is copied, and who requires attention afterwards."
      action={
        <LinkButton appearance="primary" to={createPath}>
          {labels.createCopyPlan}
        </LinkButton>
      }
    />
  );
}
