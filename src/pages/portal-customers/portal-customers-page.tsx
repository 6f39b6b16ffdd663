/* A site's portal-only customers: the screen from which they are migrated to Atlassian accounts (S1). */
import { usePrefetchQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { crumbsTo } from './crumbs.ts';
import { CustomerList } from './customer-list.tsx';
import { customersOf, useCustomerListParams } from './customer-list-query.ts';
import { ExportCustomers } from './export-customers.tsx';

/** Portal customers of the site that the address names. */
export function PortalCustomersPage() {
  const { siteId = '' } = useParams();
  const { data: site, error, refetch } = useQuery(directoryQueries.site(siteId));
  const list = useCustomerListParams();
  // Asked for together with the site, so that the rows do not wait for it.
  usePrefetchQuery(customersOf(siteId, list));
  return (
    <Page
      title={labels.portalCustomers}
      description={
        <>
          Customers with a portal-only account: they use the help center of this site and nothing
          else.{' '}
          {site && (
            <Link to={pathTo('account-types', { organizationId: site.organization.id })}>
              Choose an account type
            </Link>
          )}
        </>
      }
      breadcrumbs={crumbsTo(site)}
      actions={site && <ExportCustomers site={site} list={list} />}
    >
      {site && <CustomerList site={site} list={list} />}
      {!site && error && <ProblemMessage error={error} retry={refetch} />}
      {!site && !error && <SkeletonLines count={6} />}
    </Page>
  );
}
