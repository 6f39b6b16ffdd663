import { useQuery } from '@tanstack/react-query';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Card, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ServiceProjectTable } from '#src/ui/service-project-table.tsx';
import { LinkCard, LinkCards } from './link-card.tsx';
import { SiteScreen } from './site-screen.tsx';
import { planLabel } from './site-table.tsx';

/** A site's own admin: its product, its people, its service projects. */
export function SitePage() {
  return (
    <SiteScreen>
      {(site) => (
        <Stack gap="400">
          <People site={site} />
          <Card title={labels.jiraServiceManagement}>
            <DefinitionList
              columns={2}
              items={[
                { term: 'Plan', value: planLabel(site.subscription) },
                { term: 'Organization', value: site.organization.name },
                { term: 'Licences used', value: countOf(site.counts.licencesUsed, LICENCES) },
                { term: 'Customers', value: 'Free: no customer takes a licence' },
              ]}
            />
          </Card>
          <ServiceProjects siteId={site.id} />
        </Stack>
      )}
    </SiteScreen>
  );
}

const LICENCES = { one: 'licence, by an agent', other: 'licences, by agents' };

function People({ site }: { readonly site: Site }) {
  const { id: siteId, counts } = site;
  const organizationId = site.organization.id;
  const users =
    site.organization.experience === 'centralized'
      ? pathTo('directory-users', { organizationId }, { site: siteId })
      : pathTo('site-users', { siteId });
  return (
    <LinkCards>
      <LinkCard
        icon="people"
        title={labels.portalCustomers}
        to={pathTo('portal-customers', { siteId })}
      >
        {countOf(counts.portalCustomers, {
          one: 'portal-only account',
          other: 'portal-only accounts',
        })}
      </LinkCard>
      <LinkCard icon="person" title={labels.users} to={users}>
        {countOf(counts.accounts, { one: 'Atlassian account', other: 'Atlassian accounts' })} with
        access to this site
      </LinkCard>
    </LinkCards>
  );
}

function ServiceProjects({ siteId }: { readonly siteId: string }) {
  const query = useQuery(directoryQueries.serviceProjects(siteId));
  return (
    <Stack gap="100">
      <SectionHeading>Service projects</SectionHeading>
      <ServiceProjectTable siteId={siteId} query={query} />
    </Stack>
  );
}
