import type { Site } from '#src/contract/wire.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';

/** S1: the way to a site leads through Products where users are managed centrally. */
export function crumbsTo(site: Site | undefined): readonly Crumb[] {
  const root = { label: labels.admin, to: pathTo('organizations') };
  if (!site) return [root];
  const { id: siteId, name, organization } = site;
  const { id: organizationId, experience } = organization;
  const products = { label: labels.products, to: pathTo('products', { organizationId }) };
  return [
    root,
    { label: organization.name, to: pathTo('organization', { organizationId }) },
    ...(experience === 'centralized' ? [products] : []),
    { label: name, to: pathTo('site', { siteId }) },
  ];
}
