/* Somebody of a plan who is looked at: found by one of the accounts, or the user, on the source. */
import type { SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { isUser } from '../domain/copy-scope.ts';
import {
  isAccountId,
  isPortalCustomerId,
  type AccountId,
  type GroupId,
  type HolderId,
  type ServerUserId,
} from '../domain/ids.ts';
import { personOnSite } from './copy-people.ts';
import type { Route, SiteRoute } from './plan-route.ts';
import type { Tx } from './ports.ts';
import { personOnServer } from './server-plan-people.ts';

export type PlanSubject = {
  readonly emailKey: string;
  /** As the plan takes them; undefined when nothing is left of them on the source. */
  readonly person: SourcePerson | undefined;
  readonly holders: readonly HolderId[];
  readonly isUser: boolean;
  readonly isCustomer: boolean;
  /** Names of the groups of the source that the person is in. */
  readonly groupNames: ReadonlyMap<GroupId, string>;
};

/** By an account of either type. */
export function subjectOnSite(
  tx: Tx,
  plan: CopyPlan,
  route: SiteRoute,
  holderId: string,
): PlanSubject | undefined {
  const record = recordOnSite(tx, plan, holderId);
  if (!record) return undefined;
  const { emailKey } = record;
  const person = personOnSite(tx, route, emailKey);
  const own = person?.holderIds ?? [];
  const accountId = own.find(isAccountId);
  const role = accountId ? tx.queries.roleOn(route.source.id, accountId) : null;
  const isAlsoUser = role !== null && isUser({ role });
  return {
    emailKey,
    person,
    holders: [...new Set<HolderId>([...own, record.id])],
    isUser: isAlsoUser,
    isCustomer: own.some(isPortalCustomerId) || (role !== null && !isAlsoUser),
    groupNames: groupNamesOf(accountId ? tx.memberships.where({ accountId }) : [], (id) =>
      tx.groups.get({ id }),
    ),
  };
}

/** By any row of a directory of the server. */
export function subjectOnServer(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  userId: string,
): PlanSubject | undefined {
  const id = userId as ServerUserId;
  const person = personOnServer(tx, plan, route, id);
  const outcome = tx.copyOutcomes.first({ planId: plan.id, sourceServerUserId: id });
  const emailKey = outcome?.emailKey ?? person?.emailKey;
  if (emailKey === undefined) return undefined;
  const holding = person?.holding ?? outcome?.sourceHolding;
  const holders = person?.holderIds ?? [id];
  const memberships = holders.flatMap((each) =>
    tx.serverMemberships.where({ userId: each as ServerUserId }),
  );
  return {
    emailKey,
    person,
    holders,
    isUser: holding === 'licensed',
    isCustomer: holding === 'customer',
    groupNames: groupNamesOf(memberships, (groupId) => tx.serverGroups.get({ id: groupId })),
  };
}

function groupNamesOf(
  memberships: readonly { readonly groupId: GroupId }[],
  find: (id: GroupId) => { readonly name: string } | undefined,
): PlanSubject['groupNames'] {
  return new Map(
    memberships.flatMap(({ groupId }) => {
      const group = find(groupId);
      return group ? [[groupId, group.name] as const] : [];
    }),
  );
}

function recordOnSite(tx: Tx, plan: CopyPlan, holderId: string) {
  if (isPortalCustomerId(holderId)) {
    const customer = tx.portalCustomers.get({ id: holderId });
    return customer?.siteId === plan.sourcePlaceId ? customer : undefined;
  }
  return tx.accounts.get({ id: holderId as AccountId });
}
