/* The people of a plan whose source is a server. */
import { isAccessActive } from '../domain/account.ts';
import {
  accountStandIn,
  type CopyFacts,
  type SourceGroup,
  type SourcePerson,
} from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { isServerId, isServerUserId, type ServerId, type ServerUserId } from '../domain/ids.ts';
import { migratingPeople, type MigratingPerson } from '../domain/migrating-person.ts';
import type { ServerViewer } from '../domain/request-access.ts';
import { exclusionsOf, type AssociatedKeys, type ServerChoice } from '../domain/server-choice.ts';
import type { FixedPerson } from '../domain/server-fixes.ts';
import { copiedBefore, joinedRole, serverSourceGroup, type Route } from './plan-route.ts';
import type { Tx } from './ports.ts';
import { groupsNamedBy, relatedHolders } from './project-references.ts';
import { fixedPeople } from './server-people.ts';

/** What a server migration plan chose. @throws when the plan copies between sites. */
export function choiceOf({ id, flow, customers, users }: CopyPlan): ServerChoice {
  if (flow === 'copy') throw new Error(`${id} is no server migration`);
  return { flow, customers, users };
}

/** The server that a plan migrates from. @throws when it copies between sites. */
export function serverOf({ id, sourcePlaceId }: CopyPlan): ServerId {
  if (!isServerId(sourcePlaceId)) throw new Error(`${id} is no server migration`);
  return sourcePlaceId;
}

/** Who has to do with the plan's service projects, by user key. */
export function associatedKeys(
  tx: Tx,
  plan: Pick<CopyPlan, 'sourcePlaceId' | 'projectIds'>,
  people: readonly FixedPerson[],
): AssociatedKeys {
  const keys = new Map<string, string>(
    people.flatMap(({ person }) => person.userIds.map((id) => [id, person.userKey] as const)),
  );
  const members = groupsNamedBy(tx, plan.projectIds).flatMap((groupId) =>
    tx.serverMemberships.where({ groupId }).map(({ userId }) => userId),
  );
  const keysOf = (ids: Iterable<string>) => new Set([...ids].flatMap((id) => keys.get(id) ?? []));
  return { related: keysOf(relatedHolders(tx, plan)), members: keysOf(members) };
}

/** Whom the plan takes, before the destination is asked: what a run keeps of the server. */
export function plannedPeople(tx: Tx, plan: CopyPlan): MigratingPerson[] {
  const people = fixedPeople(tx, serverOf(plan));
  const associated = associatedKeys(tx, plan, people);
  const exclusions = exclusionsOf(people, choiceOf(plan), associated);
  return migratingPeople(people, exclusions, associated.related);
}

/** Everyone on the server who is in the plan's scope (S4; domain.md 7.1). */
export function peopleOnServer(tx: Tx, plan: CopyPlan, route: Route): SourcePerson[] {
  return plannedPeople(tx, plan).map((person) => meet(tx, route, person));
}

/** One of them, by any row of a directory; only this one is met on the destination. */
export function personOnServer(
  tx: Tx,
  plan: CopyPlan,
  route: Route,
  userId: ServerUserId,
): SourcePerson | undefined {
  const found = plannedPeople(tx, plan).find(({ userIds }) => userIds.includes(userId));
  return found && meet(tx, route, found);
}

/** Keeps whom a run takes: it reads the server when it begins, in the order of its outcomes. */
export function keepMigratingPeople(tx: Tx, plan: CopyPlan): void {
  for (const [position, person] of plannedPeople(tx, plan).entries()) {
    tx.migratingPeople.put({ planId: plan.id, position, person });
  }
}

/** One person of a run, as the server was when it began. */
export function migratingPerson(
  tx: Tx,
  { id: planId }: CopyPlan,
  route: Route,
  position: number,
): SourcePerson | undefined {
  const kept = tx.migratingPeople.get({ planId, position });
  return kept && meet(tx, route, kept.person);
}

/** Whom people are on the server. */
export function viewersOnServer(tx: Tx, people: readonly SourcePerson[]): CopyFacts['source'] {
  return new Map(
    people.flatMap(({ emailKey, holderIds }): [string, ServerViewer][] => {
      const id = holderIds.find(isServerUserId);
      const user = id && tx.serverUsers.get({ id });
      if (!user) return [];
      const { serverId: siteId, active } = user;
      return [[emailKey, { type: 'server-user', id: user.id, siteId, active }]];
    }),
  );
}

function meet(tx: Tx, route: Route, person: MigratingPerson): SourcePerson {
  const { emailKey, email, name, row, userIds, active } = person;
  const isLicensed = row === 'licensed';
  const groups = isLicensed ? groupsOnServer(tx, person) : [];
  return {
    emailKey,
    email,
    name,
    holding: row,
    holderIds: userIds,
    profile: row === 'customer' ? { state: active ? 'active' : 'revoked' } : undefined,
    account: isLicensed ? accountToBe(tx, route, person) : undefined,
    groups,
    roleFromJoinedGroups: joinedRole(tx, route, groups),
    copiedBefore: row === 'former' ? undefined : copiedBefore(tx, route, userIds),
  };
}

function groupsOnServer(tx: Tx, { userIds }: MigratingPerson): SourceGroup[] {
  const memberships = userIds.flatMap((userId) => tx.serverMemberships.where({ userId }));
  const ids = new Set(memberships.map(({ groupId }) => groupId));
  return [...ids].toSorted().flatMap((id) => {
    const group = tx.serverGroups.get({ id });
    return group ? [serverSourceGroup(group)] : [];
  });
}

/** One account per address exists in the cloud (design, section 2): of another site's it is the same. */
function accountToBe(tx: Tx, { destination }: Route, { emailKey, active }: MigratingPerson) {
  const accountId = tx.accounts.first({ emailKey })?.id ?? accountStandIn(emailKey);
  const { organizationId } = destination;
  const directory = tx.directoryUsers.get({ organizationId, accountId });
  const status = active ? 'active' : 'suspended';
  const given = { directory: directory?.status ?? 'active', status } as const;
  return { accountId, accessActive: isAccessActive({ status: given.directory }, given), given };
}
