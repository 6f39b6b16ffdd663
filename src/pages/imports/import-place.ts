/* What the address names: a site or a server to load files into. Both have the same screens. */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { serverQueries } from '#src/client/servers.ts';
import type { Site } from '#src/contract/wire.ts';
import type { Crumb } from '#src/ui/breadcrumbs.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { serverWay } from '#src/ui/server-way.ts';

/** Whichever of the two it is, with the addresses of its screens. */
export type ImportPlace = { readonly kind: 'site' | 'server'; readonly id: string };

/** A place with its name, as far as it is loaded. */
export type NamedPlace = ImportPlace & {
  readonly name: string | undefined;
  /** From the root to the place. */
  readonly way: readonly Crumb[];
  readonly error: unknown;
  readonly refetch: () => unknown;
};

/** The site or server that the address names. */
export function useImportPlace(): NamedPlace {
  const { siteId, serverId } = useParams();
  const isServer = serverId !== undefined;
  const site = useQuery({ ...directoryQueries.site(siteId ?? ''), enabled: !isServer });
  const server = useQuery({ ...serverQueries.get(serverId ?? ''), enabled: isServer });
  const root: Crumb = { label: labels.admin, to: pathTo('organizations') };
  if (isServer) {
    const name = server.data?.name;
    return {
      kind: 'server',
      id: serverId,
      name,
      way: serverWay(serverId, name),
      error: server.error,
      refetch: server.refetch,
    };
  }
  return {
    kind: 'site',
    id: siteId ?? '',
    name: site.data?.name,
    way: site.data ? [root, ...wayTo(site.data)] : [root],
    error: site.error,
    refetch: site.refetch,
  };
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

/** Where files are dropped. */
export function pathToLoading({ kind, id }: ImportPlace): string {
  return kind === 'server'
    ? pathTo('server-load-exports', { serverId: id })
    : pathTo('load-exports', { siteId: id });
}

/** Where dropped files are looked at. */
export function pathToImport({ kind, id }: ImportPlace, importId: string): string {
  return kind === 'server'
    ? pathTo('server-load-export', { serverId: id, importId })
    : pathTo('load-export', { siteId: id, importId });
}
