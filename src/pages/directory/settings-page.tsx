import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { LinkCard, LinkCards } from './link-card.tsx';
import { OrganizationScreen } from './organization-screen.tsx';

/** What can be set for a whole organization. */
export function SettingsPage() {
  return (
    <OrganizationScreen title={labels.settings}>
      {({ id: organizationId }) => (
        <LinkCards>
          <LinkCard
            icon="copy"
            title={labels.dataManagement}
            to={pathTo('data-management', { organizationId })}
          >
            Bring data from one site to another.
          </LinkCard>
          <LinkCard
            icon="clock"
            title={labels.auditLog}
            to={pathTo('audit-log', { organizationId })}
          >
            Who changed what, and what it was before.
          </LinkCard>
        </LinkCards>
      )}
    </OrganizationScreen>
  );
}
