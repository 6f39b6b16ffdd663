/* Both ends of a plan, and what of the source's groups and people meets the destination. */
import type { SourceGroup, SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { confersAdmin, effectiveRole, whyLeftBehind, type Group } from '../domain/group.ts';
import { isServerId, type HolderId, type PlaceId, type ServiceProjectId } from '../domain/ids.ts';
import type { Site } from '../domain/organization.ts';
import { highestRole, type ProductRole } from '../domain/product-role.ts';
import type { Server, ServerGroup } from '../domain/server.ts';
import { isHolderOn } from './holders.ts';
import type { Tx } from './ports.ts';
import { groupsNamedBy } from './project-references.ts';

/** Both ends of a plan, and whether users arrive in their groups (domain.md 6.2, COPYCONF). */
export type Route = {
  readonly source: Site | Server;
  readonly destination: Site;
  readonly preservesMembership: boolean;
};

/** The ends of a copy between sites. */
export type SiteRoute = Route & { readonly source: Site };

/** The ends of a plan; a plan cannot outlive them. */
export function routeOf(tx: Tx, plan: CopyPlan): Route {
  const source = placeOfPlan(tx, plan.sourcePlaceId);
  const destination = tx.sites.get({ id: plan.destinationSiteId });
  if (!source || !destination) throw new Error(`Plan ${plan.id} names a place that is gone`);
  return { source, destination, preservesMembership: plan.preserveGroupMembership };
}

/** A site or server by its id. */
export function placeOfPlan(tx: Tx, id: PlaceId): Site | Server | undefined {
  return isServerId(id) ? tx.servers.get({ id }) : tx.sites.get({ id });
}

/** Whether a plan copies between sites. */
export function isBetweenSites(route: Route): route is SiteRoute {
  return 'organizationId' in route.source;
}

/** A group of a site with what it confers today. */
export function sourceGroup(group: Group, leftBehind: SourceGroup['leftBehind']): SourceGroup {
  const { id, name, description } = group;
  const role = effectiveRole(group);
  return { id, name, description, role, adminAccess: confersAdmin(group), leftBehind };
}

/** A group of a server. */
export function serverSourceGroup(group: ServerGroup): SourceGroup {
  const { id, name, description, role, adminAccess } = group;
  const asked = { ...group, review: 'none', adminReview: 'none' } as const;
  return { id, name, description, role, adminAccess, leftBehind: whyLeftBehind(asked, true) };
}

/** Groups that the selected projects name and that come along with them, whoever is in them (domain.md 6.2). */
export function namedGroupsToCopy(tx: Tx, projectIds: readonly ServiceProjectId[]): SourceGroup[] {
  return groupsNamedBy(tx, projectIds)
    .flatMap((id) => {
      const group = tx.groups.get({ id });
      if (group) return [sourceGroup(group, whyLeftBehind(group))];
      const onServer = tx.serverGroups.get({ id });
      return onServer ? [serverSourceGroup(onServer)] : [];
    })
    .filter(({ leftBehind }) => leftBehind === null);
}

/** Groups of a person that come along. */
export function groupsToCopy({ groups }: Pick<SourcePerson, 'groups'>): readonly SourceGroup[] {
  return groups.filter(({ leftBehind }) => leftBehind === null);
}

/** Those of them that the person is a member of on the destination too: none when copied separately. */
export function groupsToJoin(
  route: Route,
  person: Pick<SourcePerson, 'groups'>,
): readonly SourceGroup[] {
  return route.preservesMembership ? groupsToCopy(person) : [];
}

/** A group of the same name on the destination is joined and gives its access at once (domain.md 5.1). */
export function joinedRole(tx: Tx, route: Route, groups: readonly SourceGroup[]): ProductRole {
  return highestRole(
    groupsToJoin(route, { groups }).map(({ name }) => {
      const existing = tx.groups.first({ siteId: route.destination.id, name });
      return existing ? effectiveRole(existing) : 'none';
    }),
  );
}

/** The destination holder from an earlier run, while it still exists there (S2; domain.md 6.1). */
export function copiedBefore(
  tx: Tx,
  { source, destination }: Route,
  holderIds: readonly HolderId[],
): HolderId | undefined {
  const destinationSiteId = destination.id;
  return holderIds
    .map((sourceId) => {
      const key = { sourcePlaceId: source.id, destinationSiteId, sourceId };
      return tx.copyLinks.get(key)?.destinationId as HolderId | undefined;
    })
    .find((id) => id !== undefined && isHolderOn(tx, destinationSiteId, id));
}
