/* What approving each access of an imported group would give and cost, by the present data. */
import { confersAdmin, type Group } from '../domain/group.ts';
import {
  accessEffect,
  requestedAccesses,
  reviewSteps,
  roleOnceApproved,
  type AccessEffect,
  type GroupAccess,
  type MemberStanding,
  type RequestedAccess,
  type ReviewStep,
} from '../domain/group-review.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { countOpenable, indexByHolder } from '../domain/viewer.ts';
import type { AccountRow, Tx } from './ports.ts';

/** Requests of the site that members can open, added up over the members. */
type Openable = { readonly before: number; readonly after: number };

/** One access that a group asks for, with what can be done about it and what approving would do. */
export type AccessDetail = RequestedAccess & {
  readonly steps: readonly ReviewStep[];
  /** `requests` is null for admin access, which opens none. */
  readonly effect: AccessEffect & { readonly requests: Openable | null };
};

type Member = MemberStanding & { readonly row: AccountRow };

/** Every access that a group asks for, product access first. */
export function accessDetails(tx: Tx, group: Group): AccessDetail[] {
  const members = membersOf(tx, group);
  return requestedAccesses(group).map(({ access, review }) => ({
    access,
    review,
    steps: reviewSteps(review),
    effect: {
      ...accessEffect(group, access, members),
      requests: access === 'product' ? openable(tx, group, members) : null,
    },
  }));
}

/** Licences that approving an access takes: those of members who become active agents by it. */
export function licencesOnApproval(tx: Tx, group: Group, access: GroupAccess): number {
  return accessEffect(group, access, membersOf(tx, group)).licencesAdded;
}

function membersOf(tx: Tx, { id: groupId, siteId }: Group): Member[] {
  const members = new Set(tx.memberships.where({ groupId }).map(({ accountId }) => accountId));
  const administrators = new Set(
    tx.groups
      .where({ siteId })
      .filter(confersAdmin)
      .flatMap(({ id }) => tx.memberships.where({ groupId: id }))
      .map(({ accountId }) => accountId),
  );
  return tx.queries
    .accountsOn(siteId)
    .filter(({ account }) => members.has(account.id))
    .map((row) => ({
      row,
      isActive: row.state === 'active',
      role: row.role,
      isAdmin: administrators.has(row.account.id),
    }));
}

function openable(tx: Tx, group: Group, members: readonly Member[]): Openable {
  const { siteId } = group;
  const index = indexByHolder(tx.queries.attachedRequests(siteId));
  const openableBy = ({ row, isActive: accessActive }: Member, role: ProductRole) =>
    countOpenable(index, { type: 'atlassian', id: row.account.id, siteId, accessActive, role });
  let before = 0;
  let after = 0;
  for (const member of members) {
    before += openableBy(member, member.role);
    after += openableBy(member, roleOnceApproved(group, 'product', member));
  }
  return { before, after };
}
