/* The frame of the screens of one site. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { NotYet } from './organization-screen.tsx';

type SiteScreenProps = {
  /** Absent on the site's own screen, which bears its name. */
  readonly title?: string;
  readonly description?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: (site: Site) => ReactNode;
  readonly children: (site: Site) => ReactNode;
};

/** One screen of the site that the address names. */
export function SiteScreen({ title, description, actions, children }: SiteScreenProps) {
  const { siteId = '' } = useParams();
  const { data, error, refetch } = useQuery(directoryQueries.site(siteId));
  return (
    <Page
      title={title ?? data?.name ?? 'Site'}
      description={description}
      actions={data && actions?.(data)}
      breadcrumbs={[
        { label: labels.admin, to: pathTo('organizations') },
        ...(data ? crumbsTo(data) : []),
        ...(data && title ? [{ label: data.name, to: pathTo('site', { siteId }) }] : []),
      ]}
    >
      {data ? children(data) : <NotYet error={error} retry={refetch} />}
    </Page>
  );
}

/** S1: the way to a site leads through Products where users are managed centrally. */
function crumbsTo({ organization }: Site) {
  const { id: organizationId, name, experience } = organization;
  const own = { label: name, to: pathTo('organization', { organizationId }) };
  const products = { label: labels.products, to: pathTo('products', { organizationId }) };
  return experience === 'centralized' ? [own, products] : [own];
}
