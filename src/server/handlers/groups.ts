import {
  addGroupMember,
  removeGroupMember,
  setDefaultGroup,
} from '#src/application/group-changes.ts';
import {
  getGroup,
  listGroupCandidates,
  listGroupMembers,
  type GroupDetail,
  type MemberRow,
} from '#src/application/groups.ts';
import type { DomainError } from '#src/domain/errors.ts';
import { ok, type Result } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentAccess, presentAccount, presentActions, presentPage } from '../present.ts';

/** Endpoints of one group of a site. */
export const groupHandlers: Handlers<
  | 'groups.get'
  | 'groups.members'
  | 'groups.candidates'
  | 'groups.add-member'
  | 'groups.remove-member'
  | 'groups.set-default'
> = {
  'groups.get': transaction((tx, { params }, context) => presented(getGroup(tx, params, context))),
  'groups.members': transaction((tx, { params, query }, context) => {
    const page = listGroupMembers(tx, { ...query, ...params }, context);
    return page.ok ? ok(presentPage(page.value, presentMember)) : page;
  }),
  'groups.candidates': transaction((tx, { params, query }, context) => {
    const page = listGroupCandidates(tx, { ...query, ...params }, context);
    return page.ok ? ok(presentPage(page.value, presentMember)) : page;
  }),
  'groups.add-member': transaction((tx, { params, ifMatch }, context) =>
    presented(addGroupMember(tx, { ...params, expectedVersion: ifMatch }, context)),
  ),
  'groups.remove-member': transaction((tx, { params, ifMatch }, context) =>
    presented(removeGroupMember(tx, { ...params, expectedVersion: ifMatch }, context)),
  ),
  'groups.set-default': transaction((tx, { params, body, ifMatch }, context) =>
    presented(setDefaultGroup(tx, { ...params, ...body, expectedVersion: ifMatch }, context)),
  ),
};

function presented(group: Result<GroupDetail, DomainError>) {
  if (!group.ok) return group;
  return ok({ ...presentAccess(group.value), actions: presentActions(group.value.actions) });
}

function presentMember({ row, effect }: MemberRow) {
  const { roleAfter, licencesAdded } = effect;
  return { ...presentAccount(row), roleAfter, licencesAdded };
}
