/* Groups that a run fills: one for mismatched customers (S0), and the source's own that come along. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { Group, GroupOrigin } from '../domain/group.ts';
import type { AccountId, GroupId } from '../domain/ids.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { recordChange } from './audit.ts';
import { nextImportedGroupName } from './copy-forecast.ts';
import { groupsToCopy, type Route } from './copy-people.ts';
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
      origin: { planId: plan.id, sourceSiteId: route.source.id, reason: 'mismatched-customers' },
    }).id;
    tx.copyPlans.put({ ...current, importedGroupId: groupId, version: current.version + 1 });
  }
  tx.memberships.put({ groupId, accountId });
  return groupId;
}

/** Lets an account keep its source groups: a group of the same name is joined, others wait for review. */
export function joinSourceGroups(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  accountId: AccountId,
  context: Context,
): void {
  for (const { name, description, role } of groupsToCopy(tx, route.source.id, accountId)) {
    const group =
      tx.groups.first({ siteId: route.destination.id, name }) ??
      importGroup(tx, route, context, {
        name,
        description,
        role,
        origin: { planId: plan.id, sourceSiteId: route.source.id, reason: 'source-group' },
      });
    tx.memberships.put({ groupId: group.id, accountId });
  }
}

function importGroup(
  tx: Tx,
  route: Route,
  context: Context,
  given: { name: string; description: string; role: ProductRole; origin: GroupOrigin },
): Group {
  const group: Group = {
    id: context.ids.next('group'),
    siteId: route.destination.id,
    ...given,
    isDefault: false,
    review: 'pending',
    adminAccess: false,
    adminReview: 'none',
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
