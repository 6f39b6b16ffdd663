/* Groups that a run fills: one for mismatched customers (S0), and the source's own that come along. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { SourceGroup, SourcePerson } from '../domain/copy-forecast.ts';
import type { Group, GroupOrigin } from '../domain/group.ts';
import { broughtAccess } from '../domain/group-review.ts';
import type { AccountId, GroupId, ServiceProjectId } from '../domain/ids.ts';
import { recordChange } from './audit.ts';
import { nextImportedGroupName } from './copy-forecast.ts';
import { groupsToCopy, namedGroupsToCopy, routeOf, type Route } from './plan-route.ts';
import type { Context, Tx } from './ports.ts';

/** Puts an account into the run's group of mismatched customers, which waits for the Customer role. */
export function joinImportedGroup(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  accountId: AccountId,
  context: Context,
): GroupId {
  // The plan is read again: an earlier item of the same slice may have made the group.
  const current = tx.copyPlans.get({ id: plan.id })!;
  let groupId = current.importedGroupId;
  if (!groupId) {
    const name = nextImportedGroupName(tx, route);
    const description = `Customers with a portal-only account on ${route.source.name}`;
    groupId = importGroup(tx, route, context, {
      name,
      description,
      role: 'customer',
      adminAccess: false,
      origin: { planId: plan.id, sourcePlaceId: route.source.id, reason: 'mismatched-customers' },
    }).id;
    tx.copyPlans.put({ ...current, importedGroupId: groupId, version: current.version + 1 });
  }
  tx.memberships.put({ groupId, accountId });
  return groupId;
}

/**
 * Brings an account's source groups along: a group of the same name is there already, others wait
 * for review. The account joins them where membership is preserved (domain.md 5.1, 6.2).
 */
export function bringSourceGroups(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  { groups, accountId }: Pick<SourcePerson, 'groups'> & { readonly accountId: AccountId },
  context: Context,
): void {
  for (const source of groupsToCopy({ groups })) {
    const group = broughtGroup(tx, plan, route, source, context);
    if (route.preservesMembership) tx.memberships.put({ groupId: group.id, accountId });
  }
}

/** Brings the groups that a service project names along, before the places that name them. */
export function bringNamedGroups(
  tx: Tx,
  plan: CopyPlan,
  projectId: ServiceProjectId,
  context: Context,
): void {
  const route = routeOf(tx, plan);
  for (const source of namedGroupsToCopy(tx, [projectId])) {
    broughtGroup(tx, plan, route, source, context);
  }
}

/** The destination's group of a source group's name; made when it is missing. */
function broughtGroup(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  source: SourceGroup,
  context: Context,
): Group {
  const existing = tx.groups.first({ siteId: route.destination.id, name: source.name });
  if (existing) return existing;
  return importGroup(tx, route, context, {
    name: source.name,
    description: source.description,
    role: source.role,
    adminAccess: source.adminAccess,
    origin: { planId: plan.id, sourcePlaceId: route.source.id, reason: 'source-group' },
  });
}

function importGroup(
  tx: Tx,
  route: Route,
  context: Context,
  given: Pick<Group, 'name' | 'description' | 'role' | 'adminAccess'> & { origin: GroupOrigin },
): Group {
  const group: Group = {
    id: context.ids.next('group'),
    siteId: route.destination.id,
    ...given,
    ...broughtAccess(given),
    isDefault: false,
    reviewedAt: null,
    version: 1,
  };
  tx.groups.put(group);
  recordChange(tx, context, {
    action: 'group.created',
    siteId: group.siteId,
    subjectId: group.id,
    facts: { name: group.name, imported: true },
  });
  return group;
}
