import {
  removeAccount,
  restoreAccount,
  setSiteAccess,
  suspendAccount,
} from '#src/application/account-access.ts';
import {
  inviteToProduct,
  planInvitation,
  type Invitation,
} from '#src/application/account-invitations.ts';
import type { RoleChoice } from '#src/application/account-role-choices.ts';
import { setRole } from '#src/application/account-roles.ts';
import {
  getAccount,
  type AccountDetail,
  type SiteStanding,
} from '#src/application/account-standing.ts';
import type { ResponseOf } from '#src/contract/api.ts';
import type { DomainError } from '#src/domain/errors.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import { ok, type Result } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentAccount, presentActions } from '../present.ts';

type Wire = ResponseOf<'accounts.get'>;

/** Endpoints of Atlassian accounts, one by one. */
export const accountHandlers: Handlers<
  | 'accounts.get'
  | 'accounts.invite'
  | 'accounts.invitation'
  | 'accounts.suspend'
  | 'accounts.restore'
  | 'accounts.remove'
  | 'accounts.set-site-access'
  | 'accounts.set-role'
> = {
  'accounts.get': transaction((tx, { params }, context) =>
    presented(getAccount(tx, params, context)),
  ),
  'accounts.invite': transaction((tx, { params, body }, context) =>
    presented(inviteToProduct(tx, { ...params, ...body }, context)),
  ),
  'accounts.invitation': transaction((tx, { params, query }, context) => {
    const plan = planInvitation(tx, { ...params, ...query }, context);
    return plan.ok ? ok(presentInvitation(plan.value)) : plan;
  }),
  'accounts.suspend': transaction((tx, { params, ifMatch }, context) =>
    presented(suspendAccount(tx, { ...params, expectedVersion: ifMatch }, context)),
  ),
  'accounts.restore': transaction((tx, { params, ifMatch }, context) =>
    presented(restoreAccount(tx, { ...params, expectedVersion: ifMatch }, context)),
  ),
  'accounts.remove': transaction((tx, { params, ifMatch }, context) => {
    const removed = removeAccount(tx, { ...params, expectedVersion: ifMatch }, context);
    return removed.ok ? ok(null) : removed;
  }),
  'accounts.set-site-access': transaction((tx, { params, body, ifMatch }, context) =>
    presented(setSiteAccess(tx, { ...params, ...body, expectedVersion: ifMatch }, context)),
  ),
  'accounts.set-role': transaction((tx, { params, body, ifMatch }, context) =>
    presented(setRole(tx, { ...params, ...body, expectedVersion: ifMatch }, context)),
  ),
};

function presented(found: Result<AccountDetail, DomainError>): Result<Wire, DomainError> {
  if (!found.ok) return found;
  const detail = found.value;
  return ok({
    ...presentAccount(detail),
    directoryStatus: detail.state,
    isManaged: detail.isManaged,
    createdAt: detail.account.createdAt,
    version: detail.account.version,
    sites: detail.sites.map(presentStanding),
    actions: presentActions(detail.actions),
  });
}

function presentStanding(standing: SiteStanding): Wire['sites'][number] {
  const { site, groups, duplicate } = standing;
  return {
    ...standing,
    siteId: site.id,
    siteName: site.name,
    subscription: site.subscription,
    groups: [...groups],
    roleChoices: standing.roleChoices.map(presentChoice),
    duplicate: duplicate && presentDuplicate(duplicate),
  };
}

function presentChoice(choice: RoleChoice): Wire['sites'][number]['roleChoices'][number] {
  const { refusal, role, joins, leaves, licencesAdded } = choice;
  const refusedBy =
    refusal?.code === 'account.role-through-groups'
      ? refusal.groups
      : refusal?.code === 'group.pending-review'
        ? [refusal.name]
        : [];
  return {
    role,
    joins: [...joins],
    leaves: [...leaves],
    licencesAdded,
    refusal: refusal && refusalOf(refusal, ROLE_REFUSALS),
    refusedBy: [...refusedBy],
  };
}

function presentInvitation(plan: Invitation): ResponseOf<'accounts.invitation'> {
  const { account, duplicate, refusal } = plan;
  return {
    ...plan,
    account: account ? { id: account.id, name: account.name, access: plan.access } : null,
    joins: [...plan.joins],
    duplicate: duplicate && { ...presentDuplicate(duplicate), requests: duplicate.requests },
    refusal: refusal && refusalOf(refusal, INVITATION_REFUSALS),
  };
}

const ROLE_REFUSALS = [
  'account.no-site-access',
  'account.role-through-groups',
  'group.pending-review',
  'licences.exhausted',
] as const;
const INVITATION_REFUSALS = [
  'account.wrong-state',
  'group.pending-review',
  'licences.exhausted',
] as const;

function refusalOf<Code extends DomainError['code']>(
  { code }: DomainError,
  known: readonly Code[],
): Code {
  const found = known.find((each) => each === code);
  if (!found) throw new Error(`${code} is no refusal that this answer can name`);
  return found;
}

function presentDuplicate({ id, state }: PortalCustomer) {
  if (state !== 'active' && state !== 'revoked' && state !== 'migrating') {
    throw new Error(`Customer ${id} is ${state} and no half of a duplicate`);
  }
  return { customerId: id, state };
}
