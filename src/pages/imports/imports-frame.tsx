/* What both screens of this area stand in: where they are, and that the real product has no such page. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';

type ImportsFrameProps = {
  readonly siteId: string;
  readonly title: string;
  /** Whether the page lies under the list of what can be loaded. */
  readonly isBelow?: boolean;
  readonly width?: 'wide' | 'narrow';
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page of the simulator about loading files into one site. */
export function ImportsFrame({ siteId, isBelow = false, ...page }: ImportsFrameProps) {
  const { data: site } = useQuery(directoryQueries.site(siteId));
  const breadcrumbs: readonly Crumb[] = [
    { label: labels.admin, to: pathTo('organizations') },
    ...(site ? wayTo(site) : []),
    ...(isBelow ? [{ label: 'Load exports', to: pathTo('load-exports', { siteId }) }] : []),
  ];
  return <Page breadcrumbs={breadcrumbs} mark={<SimulatorMark />} {...page} />;
}

/** From the organization to the site, as the navigation of its user management experience goes. */
function wayTo({ id, name, organization }: Site): readonly Crumb[] {
  const organizationId = organization.id;
  return [
    { label: organization.name, to: pathTo('organization', { organizationId }) },
    ...(organization.experience === 'centralized'
      ? [{ label: labels.products, to: pathTo('products', { organizationId }) }]
      : []),
    { label: name, to: pathTo('site', { siteId: id }) },
  ];
}
