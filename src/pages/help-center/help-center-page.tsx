/* "View as customer": the help center as one person meets it. The real product has no such page. */
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { PersonPicker } from './person-picker.tsx';
import { SeenAs } from './seen-as.tsx';

/** Chooses a person of the site, or shows what the person in the address sees. */
export function HelpCenterPage() {
  const { siteId = '' } = useParams();
  const [params] = useSearchParams();
  const email = params.get(searchKeys.email);
  const { data: site, error, refetch } = useQuery(directoryQueries.site(siteId));
  return (
    <Page
      title="View as customer"
      mark={<SimulatorMark />}
      breadcrumbs={[
        { label: labels.admin, to: pathTo('organizations') },
        ...(site ? crumbsTo(site) : []),
      ]}
      description="What a person can do in the help center of this site: log in, see portals, open requests."
    >
      {site &&
        (email ? <SeenAs key={email} site={site} email={email} /> : <PersonPicker site={site} />)}
      {!site && (error ? <Failed error={error} retry={refetch} /> : <SkeletonLines count={6} />)}
    </Page>
  );
}

/** S1: the way to a site leads through Products where users are managed centrally. */
function crumbsTo({ id: siteId, name, organization }: Site): readonly Crumb[] {
  const { id: organizationId, experience } = organization;
  const products = { label: labels.products, to: pathTo('products', { organizationId }) };
  return [
    { label: organization.name, to: pathTo('organization', { organizationId }) },
    ...(experience === 'centralized' ? [products] : []),
    { label: name, to: pathTo('site', { siteId }) },
  ];
}
