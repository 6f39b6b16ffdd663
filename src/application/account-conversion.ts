/* Convert to portal-only account: what it would do, and doing it (simulator extra; S3). */
import type { DomainError } from '../domain/errors.ts';
import type { PortalCustomer } from '../domain/portal-customer.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorisedPlace, checkVersion } from './access.ts';
import { noteForPerson, recordAccountChange } from './account-records.ts';
import { knownAccount, planFor, type ConversionPlan } from './conversion-plan.ts';
import { moveHolderOnSite } from './holders.ts';
import type { Context, Tx } from './ports.ts';
import { createPortalOnly } from './portal-only-creation.ts';
import { unlessStrict } from './workspace.ts';

type Target = { readonly siteId: string; readonly accountId: string };

/** What converting an account would do on this site, or every reason why it cannot be done. */
export function conversionPlan(
  tx: Tx,
  target: Target,
  context: Context,
): Result<ConversionPlan, DomainError> {
  const place = authorisedPlace(tx, context, 'directory.view', target.siteId);
  if (!place.ok) return place;
  const account = knownAccount(tx, place.value, target.accountId);
  return account.ok ? ok(planFor(tx, place.value, account.value)) : account;
}

/**
 * Makes the account a portal-only account of this site: its requests and memberships here move,
 * its access, groups and directory entry end. The Atlassian account itself is global and stays,
 * with no site in this organization. Refused with every reason (`account.not-convertible`).
 */
export function convertToPortalOnly(
  tx: Tx,
  target: Target & { readonly expectedVersion: number | null },
  context: Context,
): Result<PortalCustomer, DomainError> {
  const place = authorisedPlace(tx, context, 'directory.convert', target.siteId);
  if (!place.ok) return place;
  const found = knownAccount(tx, place.value, target.accountId);
  if (!found.ok) return found;
  const possible = unlessStrict(tx, 'convert-to-portal-only');
  if (!possible.ok) return possible;
  const account = found.value;
  const fresh = checkVersion(tx, account, account.id, target.expectedVersion);
  if (!fresh.ok) return fresh;
  const plan = planFor(tx, place.value, account);
  if (plan.bars.length > 0) return err({ code: 'account.not-convertible', reasons: plan.bars });

  const { site, organization } = place.value;
  const { email, emailKey, name } = account;
  const origin = { by: 'conversion', convertedFrom: account.id, state: plan.state } as const;
  const customer = createPortalOnly(tx, site, { email, emailKey, name, ...origin }, context);
  moveHolderOnSite(tx, site.id, account.id, customer.id);
  for (const group of plan.groups) {
    tx.memberships.remove({ groupId: group.id, accountId: account.id });
  }
  tx.siteAccess.remove({ siteId: site.id, accountId: account.id });
  tx.directoryUsers.remove({ organizationId: organization.id, accountId: account.id });
  recordConversion(tx, plan, customer, context);
  // Nobody hears of the conversion itself; who needs a first portal password is asked to set it.
  noteForPerson(tx, context, account, site, 'converted-to-portal-only');
  if (plan.needsPassword) noteForPerson(tx, context, account, site, 'set-password');
  return ok(customer);
}

function recordConversion(
  tx: Tx,
  plan: ConversionPlan,
  customer: PortalCustomer,
  context: Context,
): void {
  const { site, organization } = plan.place;
  const { account, role, siteAccess } = plan.facts;
  recordAccountChange(
    tx,
    context,
    { organization, account },
    {
      action: 'account.converted',
      siteId: site.id,
      facts: {
        customerId: customer.id,
        requestsMoved: plan.reported.length,
        customerOrganizationsMoved: plan.customerOrganizations.length,
        canOpenBefore: plan.access.before,
        canOpenAfter: plan.access.after,
      },
      before: {
        accountType: 'atlassian',
        access: siteAccess?.status ?? null,
        role,
        groups: plan.groups.map(({ name }) => name).join(', '),
        status: plan.facts.directoryUser?.status ?? null,
      },
      after: {
        accountType: 'portal-only',
        access: null,
        state: customer.state,
        groups: '',
        status: null,
      },
    },
  );
}
