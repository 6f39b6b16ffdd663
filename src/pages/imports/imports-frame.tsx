/* What both screens of this area stand in: where they are, and that the real product has no such page. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
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
    ...(site
      ? [
          {
            label: site.organization.name,
            to: pathTo('organization', { organizationId: site.organization.id }),
          },
          { label: site.name, to: pathTo('site', { siteId }) },
        ]
      : []),
    ...(isBelow ? [{ label: 'Load exports', to: pathTo('load-exports', { siteId }) }] : []),
  ];
  return <Page breadcrumbs={breadcrumbs} mark={<SimulatorMark />} {...page} />;
}
