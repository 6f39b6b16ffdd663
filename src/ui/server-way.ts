/* The way to a screen of a server: its own administration, and no part of the cloud's. */
import type { Crumb } from './breadcrumbs.tsx';
import { labels } from './labels.ts';
import { pathTo } from './paths.ts';

/**
 * Breadcrumbs as in the real product, *Administration > System > Migrate to cloud* (domain.md 7.1).
 * The name is left out until it is known; the home of the assistant itself is not linked.
 */
export function serverWay(
  serverId: string,
  name: string | undefined,
  { isHome = false }: { readonly isHome?: boolean } = {},
): readonly Crumb[] {
  return [
    ...(name === undefined ? [] : [{ label: name }]),
    { label: labels.administration },
    { label: labels.system },
    { label: labels.migrateToCloud, ...(isHome ? {} : { to: pathTo('server', { serverId }) }) },
  ];
}
