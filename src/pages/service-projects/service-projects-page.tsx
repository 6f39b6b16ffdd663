/* Service projects of a site: the way to the customers of each. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { Page } from '#src/ui/page.tsx';
import { ServiceProjectTable } from '#src/ui/service-project-table.tsx';
import { crumbsTo } from './crumbs.ts';

/** Service projects of the site that the address names. */
export function ServiceProjectsPage() {
  const { siteId = '' } = useParams();
  const { data: site } = useQuery(directoryQueries.site(siteId));
  const query = useQuery(directoryQueries.serviceProjects(siteId));
  return (
    <Page
      title="Service projects"
      description="Choose a service project to see its customers and to add more."
      breadcrumbs={crumbsTo(site)}
    >
      <ServiceProjectTable siteId={siteId} query={query} />
    </Page>
  );
}
