/*
 * Inviting a person to a product (S1, "What happens if a portal-only customer is invited"): an
 * existing account is used, a new one must verify its address. Nothing is taken away by it.
 */
import { planGrant, type RoleChange } from '../domain/account-role.ts';
import { accountState, isAccessActive, type AtlassianAccount } from '../domain/account.ts';
import { checkEmailAddress } from '../domain/email-address.ts';
import { emailKey } from '../domain/email-key.ts';
import type { DomainError } from '../domain/errors.ts';
import { licencesAdded, licencesOf, type Licences } from '../domain/licences.ts';
import { isManagedBy, type Organization, type Site } from '../domain/organization.ts';
import { countsAsPortalOnly, type PortalCustomer } from '../domain/portal-customer.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorise, notFound, organizationOf } from './access.ts';
import { openSite } from './account-access.ts';
import { createAccount } from './account-creation.ts';
import { noteForPerson, recordAccountChange } from './account-records.ts';
import { groupNames, joinedNames, roleFacts, roomFor } from './account-role-choices.ts';
import { applyRole } from './account-roles.ts';
import { memberOf, refreshed, type AccountDetail } from './account-standing.ts';
import type { Context, Tx } from './ports.ts';

/** Whom to invite to which site, with which role. */
export type InvitationInput = {
  readonly organizationId: string;
  readonly siteId: string;
  readonly email: string;
  readonly role: ProductRole;
};

/** What inviting an address would do. */
export type Invitation = {
  readonly organization: Organization;
  readonly site: Site;
  readonly email: string;
  readonly account: AtlassianAccount | undefined;
  /** The account's access to the site now. */
  readonly access: 'active' | 'suspended' | 'none';
  readonly isManaged: boolean;
  readonly role: Pick<RoleChange, 'before' | 'after'>;
  readonly joins: readonly string[];
  readonly licencesAdded: number;
  readonly licences: Licences;
  /** The portal-only account of the address on the site, with its requests: a duplicate from then on. */
  readonly duplicate: (PortalCustomer & { readonly requests: number }) | null;
  readonly refusal: DomainError | null;
  readonly change: RoleChange | null;
};

/** Computes what an invitation would do, changing nothing. */
export function planInvitation(
  tx: Tx,
  input: InvitationInput,
  context: Context,
): Result<Invitation, DomainError> {
  const organization = organizationOf(tx, input.organizationId);
  if (!organization.ok) return organization;
  const allowed = authorise(context, 'directory.invite', organization.value);
  if (!allowed.ok) return allowed;
  const organizationId = organization.value.id;
  const site = tx.sites.where({ organizationId }).find(({ id }) => id === input.siteId);
  if (!site) return notFound('site', input.siteId);
  const email = input.email.trim();
  if (checkEmailAddress(email)) return err({ code: 'account.invalid-email', email });
  return ok(planned(tx, organization.value, site, email, input.role));
}

function planned(
  tx: Tx,
  organization: Organization,
  site: Site,
  email: string,
  wanted: ProductRole,
): Invitation {
  const key = emailKey(email);
  const account = tx.accounts.first({ emailKey: key });
  const accountId = account?.id;
  const entry = accountId && tx.directoryUsers.get({ organizationId: organization.id, accountId });
  const access = accountId && tx.siteAccess.get({ siteId: site.id, accountId });
  const isActive = isAccessActive(entry, access);
  const change = planGrant(roleFacts(tx, site, accountId), wanted);
  const role = change.ok ? change.value : { before: 'none' as const, after: 'none' as const };
  const added = licencesAdded(
    { isActive, role: role.before },
    { isActive: true, role: role.after },
  );
  const room = roomFor(tx, site, added);
  const profile = tx.queries.portalCustomerByEmail(site.id, key);
  const state = accountState(entry, { status: 'active' });
  return {
    organization,
    site,
    email,
    account,
    access: access ? (isActive ? 'active' : 'suspended') : 'none',
    isManaged: isManagedBy(organization, key),
    role: { before: role.before, after: role.after },
    joins: change.ok ? joinedNames(site, change.value) : [],
    licencesAdded: added,
    licences: licencesOf(site, tx.queries.licencesUsed(site.id)),
    duplicate:
      profile && countsAsPortalOnly(profile)
        ? { ...profile, requests: tx.queries.attachedRequests(site.id, profile.id).length }
        : null,
    refusal: firstRefusal(
      state === 'deactivated' ? err({ code: 'account.wrong-state', state }) : ok(true),
      change,
      room,
    ),
    change: change.ok ? change.value : null,
  };
}

function firstRefusal(...steps: readonly Result<unknown, DomainError>[]): DomainError | null {
  for (const step of steps) if (!step.ok) return step.error;
  return null;
}

/**
 * Invites a person to a product: a directory entry and access to the site, both active, and at
 * least the role asked for. Who has a portal-only account there keeps it beside the new standing,
 * and cannot open its requests until it is migrated (S1).
 */
export function inviteToProduct(
  tx: Tx,
  input: InvitationInput & { readonly name: string },
  context: Context,
): Result<AccountDetail, DomainError> {
  const plan = planInvitation(tx, input, context);
  if (!plan.ok) return plan;
  const { organization, site, email, change, refusal, role } = plan.value;
  if (refusal || !change) return err(refusal ?? { code: 'account.wrong-state', state: 'unknown' });
  const name = input.name.trim() || email;
  const invited =
    plan.value.account ??
    createAccount(tx, site, { email, emailKey: emailKey(email), name }, context);
  const member = memberOf(tx, organization, invited);
  const groupsBefore = groupNames(tx, site, invited.id);
  if (plan.value.access !== 'active') openSite(tx, member, site, context);
  applyRole(tx, site, invited.id, change, context);
  const account = recordAccountChange(tx, context, member, {
    action: 'account.invited',
    siteId: site.id,
    facts: {
      role: role.after,
      accountCreated: plan.value.account === undefined,
      duplicate: plan.value.duplicate !== null,
    },
    before: { access: plan.value.access, role: role.before, groups: groupsBefore },
    after: { access: 'active', role: role.after, groups: groupNames(tx, site, invited.id) },
  });
  noteForPerson(tx, context, account, site, 'product-invitation', { role: role.after });
  return ok(refreshed(tx, member, context));
}
