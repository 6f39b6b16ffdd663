import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { LinkCard, LinkCards } from './link-card.tsx';
import { OrganizationScreen } from './organization-screen.tsx';

/** Settings > Data management. */
export function DataManagementPage() {
  return (
    <OrganizationScreen
      title={labels.dataManagement}
      crumbs={({ id: organizationId }) => [
        { label: labels.settings, to: pathTo('settings', { organizationId }) },
      ]}
    >
      {({ id: organizationId, actions }) => (
        <LinkCards>
          <LinkCard
            icon="copy"
            title={labels.copyProductData}
            to={pathTo('copy-plans', { organizationId })}
          >
            <p>Copy customers and their requests from one site to another.</p>
            {!actions.manageCopyPlans.allowed && <p>{whyNot(actions.manageCopyPlans)}.</p>}
          </LinkCard>
        </LinkCards>
      )}
    </OrganizationScreen>
  );
}
