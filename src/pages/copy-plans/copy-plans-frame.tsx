/* What every screen of copying stands in: its place under the organization's data management. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';

type CopyPlansFrameProps = {
  readonly organizationId: string;
  readonly title: string;
  /** Whether the screen lies under the list of copy plans. */
  readonly isBelow?: boolean;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly mark?: ReactNode;
  readonly width?: 'wide' | 'narrow';
  readonly children: ReactNode;
};

/** A page of Copy product data. */
export function CopyPlansFrame({ organizationId, isBelow = false, ...page }: CopyPlansFrameProps) {
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
