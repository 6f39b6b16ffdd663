/* What both screens of imported groups stand in: their place under the site's user management. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';

type ImportedGroupsFrameProps = {
  readonly siteId: string;
  readonly title: string;
  /** Whether the screen lies under the list of imported groups. */
  readonly isBelow?: boolean;
  readonly description?: ReactNode;
  readonly mark?: ReactNode;
  readonly children: ReactNode;
};

/** A page of imported groups. */
export function ImportedGroupsFrame({
  siteId,
  isBelow = false,
  ...page
}: ImportedGroupsFrameProps) {
  const { data: site } = useQuery(directoryQueries.site(siteId));
  const breadcrumbs: readonly Crumb[] = [
    { label: labels.admin, to: pathTo('organizations') },
    ...(site ? crumbsTo(site) : []),
    ...(isBelow
      ? [{ label: labels.importedGroups, to: pathTo('imported-groups', { siteId }) }]
      : []),
  ];
  return <Page breadcrumbs={breadcrumbs} {...page} />;
}

/** S1: the way leads through Products where users are managed centrally. */
function crumbsTo({ id: siteId, name, organization }: Site): readonly Crumb[] {
  const { id: organizationId, experience } = organization;
  const products = { label: labels.products, to: pathTo('products', { organizationId }) };
  return [
    { label: organization.name, to: pathTo('organization', { organizationId }) },
    ...(experience === 'centralized' ? [products] : []),
    { label: name, to: pathTo('site', { siteId }) },
  ];
}
