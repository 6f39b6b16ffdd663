/* What every screen of a plan stands in: the organization's data management, or the server. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import { serverQueries } from '#src/client/servers.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import type { PlanPlace } from '#src/ui/plan-path.ts';
import { serverWay } from '#src/ui/server-way.ts';

type FrameProps = {
  readonly title: string;
  /** Whether the screen lies under the list of plans. */
  readonly isBelow?: boolean;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly mark?: ReactNode;
  readonly width?: 'wide' | 'narrow';
  readonly children: ReactNode;
};

type CopyPlansFrameProps = FrameProps & { readonly place: PlanPlace };

/** A page of *Copy product data*, or of a server's migrations. */
export function CopyPlansFrame({ place, ...page }: CopyPlansFrameProps) {
  return 'serverId' in place ? (
    <OnServer serverId={place.serverId} {...page} />
  ) : (
    <InOrganization organizationId={place.organizationId} {...page} />
  );
}

function OnServer({
  serverId,
  isBelow = false,
  ...page
}: FrameProps & { readonly serverId: string }) {
  const { data: server } = useQuery(serverQueries.get(serverId));
  const breadcrumbs = [
    ...serverWay(serverId, server?.name),
    ...(isBelow
      ? [{ label: labels.migrationsDashboard, to: pathTo('server-migrations', { serverId }) }]
      : []),
  ];
  return <Page breadcrumbs={breadcrumbs} {...page} />;
}

function InOrganization({
  organizationId,
  isBelow = false,
  ...page
}: FrameProps & { readonly organizationId: string }) {
  const { data: organization } = useQuery(directoryQueries.organization(organizationId));
  const breadcrumbs: readonly Crumb[] = [
    { label: labels.admin, to: pathTo('organizations') },
    ...(organization
      ? [{ label: organization.name, to: pathTo('organization', { organizationId }) }]
      : []),
    { label: labels.settings, to: pathTo('settings', { organizationId }) },
    { label: labels.dataManagement, to: pathTo('data-management', { organizationId }) },
    ...(isBelow
      ? [{ label: labels.copyProductData, to: pathTo('copy-plans', { organizationId }) }]
      : []),
  ];
  return <Page breadcrumbs={breadcrumbs} {...page} />;
}
