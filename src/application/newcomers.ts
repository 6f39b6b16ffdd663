/* Newcomers of a site: what an address would get, inviting customers, signing up (domain.md 3.4). */
import {
  defaultSettings,
  type CustomerAccessSettings,
} from '../domain/customer-access-settings.ts';
import { emailKey } from '../domain/email-key.ts';
import type { DomainError } from '../domain/errors.ts';
import type { SiteId } from '../domain/ids.ts';
import { decideNewcomer, type NewcomerDecision, type Way } from '../domain/newcomer.ts';
import { may } from '../domain/permission.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorisedPlace, placeOf, type Place } from './access.ts';
import { admitNewcomer } from './newcomer-admission.ts';
import type { Context, Tx } from './ports.ts';
import { unlessStrict } from './workspace.ts';

/** One address, as it was given, and what was decided about it. */
export type Newcomer = NewcomerDecision & { readonly email: string };

/** Customer access of a site; one that nobody has set up has the defaults. */
export function settingsOf(tx: Tx, siteId: SiteId): CustomerAccessSettings {
  return tx.customerAccess.get({ siteId }) ?? defaultSettings(siteId);
}

/** What an address would get by the saved settings, changing nothing. */
export function previewNewcomer(
  tx: Tx,
  input: {
    readonly siteId: string;
    readonly email: string;
    readonly by: Way['by'];
  },
  context: Context,
): Result<Newcomer, DomainError> {
  const place = authorisedPlace(tx, context, 'customers.invite', input.siteId);
  if (!place.ok) return place;
  const way =
    input.by === 'sign-up' ? ({ by: 'sign-up' } as const) : invitationBy(place.value, context);
  return ok(decideFor(tx, place.value, input.email, way));
}

/** Invites each address by itself: one that is refused does not stop the others. */
export function inviteCustomers(
  tx: Tx,
  input: { readonly siteId: string; readonly emails: readonly string[] },
  context: Context,
): Result<readonly Newcomer[], DomainError> {
  const place = authorisedPlace(tx, context, 'customers.invite', input.siteId);
  if (!place.ok) return place;
  const way = invitationBy(place.value, context);
  const results = input.emails.map((email) => {
    const newcomer = decideFor(tx, place.value, email, way);
    admitNewcomer(
      tx,
      place.value.site,
      settingsOf(tx, place.value.site.id),
      newcomer,
      way,
      context,
    );
    return newcomer;
  });
  return ok(results);
}

/**
 * Somebody signs up at the help center. That happens without any administrator, so no persona is
 * asked for; that one can play it here is an extra of the simulator.
 */
export function signUp(
  tx: Tx,
  input: { readonly siteId: string; readonly email: string; readonly name: string },
  context: Context,
): Result<Newcomer, DomainError> {
  const place = placeOf(tx, input.siteId);
  if (!place.ok) return place;
  const allowed = unlessStrict(tx, 'sign-up');
  if (!allowed.ok) return allowed;
  const { site } = place.value;
  const way = { by: 'sign-up' } as const;
  const newcomer = decideFor(tx, place.value, input.email, way);
  if (newcomer.outcome === 'existing' || newcomer.outcome === 'refused') {
    const { email, reason } = newcomer;
    return err({ code: 'customer-access.refused', email, reason });
  }
  const named = { ...newcomer, name: input.name.trim() };
  admitNewcomer(tx, site, settingsOf(tx, site.id), named, way, context);
  return ok(newcomer);
}

/** Whoever may change roles may give the Customer role to an account that lacks it (domain.md 1.2, INVPERM). */
export function invitationBy({ organization }: Place, context: Context): Way {
  const mayGiveRole = may(context.actor, 'directory.change-roles', organization.experience);
  return { by: 'invitation', mayGiveRole };
}

/** What an address gets on a site by its saved settings. */
export function decideFor(tx: Tx, { site }: Place, text: string, way: Way): Newcomer {
  const email = text.trim();
  const key = emailKey(email);
  const account = tx.accounts.first({ emailKey: key });
  const decision = decideNewcomer(
    settingsOf(tx, site.id),
    {
      email,
      portalCustomer: tx.queries.portalCustomerByEmail(site.id, key),
      account: account && {
        hasSiteAccess: tx.siteAccess.get({ siteId: site.id, accountId: account.id }) !== undefined,
        role: tx.queries.roleOn(site.id, account.id),
      },
    },
    way,
  );
  return { email, ...decision };
}
