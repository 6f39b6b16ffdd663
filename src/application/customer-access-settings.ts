/* Customer access of a site: which account newcomers get (domain.md 3.4). */
import type { Snapshot } from '../domain/audit.ts';
import type { CustomerAccessSettings } from '../domain/customer-access-settings.ts';
import { readDomains } from '../domain/domain-list.ts';
import type { DomainError } from '../domain/errors.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  authorisedPlace,
  checkVersion,
  permission,
  type Permission,
  type Place,
} from './access.ts';
import { recordChange } from './audit.ts';
import { settingsOf } from './newcomers.ts';
import type { Context, Tx } from './ports.ts';

/** The settings with what the actor may do. */
export type CustomerAccessView = CustomerAccessSettings & {
  readonly actions: { readonly change: Permission; readonly invite: Permission };
};

/** Customer access of a site. */
export function getCustomerAccess(
  tx: Tx,
  siteId: string,
  context: Context,
): Result<CustomerAccessView, DomainError> {
  const place = authorisedPlace(tx, context, 'customer-access.view', siteId);
  return place.ok ? ok(viewed(settingsOf(tx, place.value.site.id), place.value, context)) : place;
}

/** Changes the settings; existing customers keep what they have (domain.md 3.4, DOMAINS). */
export function changeCustomerAccess(
  tx: Tx,
  input: Omit<CustomerAccessSettings, 'siteId' | 'version'> & {
    readonly siteId: string;
    readonly expectedVersion: number | null;
  },
  context: Context,
): Result<CustomerAccessView, DomainError> {
  const place = authorisedPlace(tx, context, 'customer-access.change', input.siteId);
  if (!place.ok) return place;
  const { site } = place.value;
  const before = settingsOf(tx, site.id);
  const fresh = checkVersion(tx, before, site.id, input.expectedVersion);
  if (!fresh.ok) return fresh;
  const approved = readDomains(input.approvedDomains);
  const listed = readDomains(input.portalOnlyDomains);
  if (!approved.ok) return err({ code: 'customer-access.invalid-domain', ...approved.error });
  if (!listed.ok) return err({ code: 'customer-access.invalid-domain', ...listed.error });
  const { portalOnlyAllowed, signUpAllowed, portalLogin } = input;
  const settings: CustomerAccessSettings = {
    siteId: site.id,
    approvedDomains: approved.value,
    portalOnlyAllowed,
    portalOnlyDomains: listed.value,
    signUpAllowed,
    portalLogin,
    version: before.version + 1,
  };
  tx.customerAccess.put(settings);
  recordChange(tx, context, {
    action: 'customer-access.changed',
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: site.id,
    before: snapshot(before),
    after: snapshot(settings),
  });
  return ok(viewed(settings, place.value, context));
}

function viewed(
  settings: CustomerAccessSettings,
  { organization }: Place,
  context: Context,
): CustomerAccessView {
  return {
    ...settings,
    actions: {
      change: permission(context, 'customer-access.change', organization),
      invite: permission(context, 'customers.invite', organization),
    },
  };
}

function snapshot(settings: CustomerAccessSettings): Snapshot {
  const { portalOnlyAllowed, signUpAllowed, portalLogin } = settings;
  return {
    approvedDomains: settings.approvedDomains.join(', '),
    portalOnlyAllowed,
    portalOnlyDomains: settings.portalOnlyDomains.join(', '),
    signUpAllowed,
    portalLogin,
  };
}
