import {
  getImportedGroup,
  listImportedGroupMembers,
  listImportedGroups,
  reviewImportedGroup,
  type ImportedGroup,
  type ImportedGroupDetail,
} from '#src/application/imported-groups.ts';
import { isServerId } from '#src/domain/ids.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentAccount, presentActions, presentPage } from '../present.ts';
import { problemText } from '../reports/report-words.ts';

/** Endpoints of imported groups. */
export const importedGroupHandlers: Handlers<
  | 'imported-groups.list'
  | 'imported-groups.get'
  | 'imported-groups.members'
  | 'imported-groups.approve'
  | 'imported-groups.deny'
> = {
  'imported-groups.list': transaction((tx, { params }, context) => {
    const groups = listImportedGroups(tx, params.siteId, context);
    if (!groups.ok) return groups;
    const items = groups.value.map((group) => ({
      ...presentGroup(group),
      accesses: [...group.accesses],
    }));
    const pending = items.filter((group) => group.review === 'pending').length;
    return ok({ items, total: items.length, pending });
  }),
  'imported-groups.get': transaction((tx, { params }, context) => {
    const found = getImportedGroup(tx, params, context);
    return found.ok ? ok(presentDetail(found.value)) : found;
  }),
  'imported-groups.members': transaction((tx, { params, query }, context) => {
    const page = listImportedGroupMembers(tx, { ...params, ...query }, context);
    return page.ok ? ok(presentPage(page.value, presentAccount)) : page;
  }),
  'imported-groups.approve': reviewing('approved'),
  'imported-groups.deny': reviewing('denied'),
};

function reviewing(verdict: 'approved' | 'denied') {
  return transaction<'imported-groups.approve' | 'imported-groups.deny'>(
    (tx, { params, body, ifMatch }, context) => {
      const input = { ...params, ...body, verdict, expectedVersion: ifMatch };
      const reviewed = reviewImportedGroup(tx, input, context);
      return reviewed.ok ? ok(presentDetail(reviewed.value)) : reviewed;
    },
  );
}

function presentGroup(group: Omit<ImportedGroup, 'accesses'>) {
  const { state: review, origin, plan, sourceSiteName } = group;
  const { planId, reason, sourcePlaceId } = origin;
  const serverId = isServerId(sourcePlaceId) ? sourcePlaceId : null;
  return {
    ...group,
    review,
    requestedRole: group.role,
    origin: { planId, planName: plan?.name ?? '', sourceSiteName, serverId, reason },
    actions: presentActions(group.actions),
  };
}

function presentDetail(group: ImportedGroupDetail) {
  return {
    ...presentGroup(group),
    licences: group.licences,
    accesses: group.accesses.map((requested) => ({ ...requested, steps: [...requested.steps] })),
    reportRows: group.reportRows.map(({ email, name, sourceHolding, problem }) => ({
      email,
      name,
      sourceHolding,
      problem: problemText(problem),
    })),
  };
}
