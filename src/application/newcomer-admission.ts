/* What a decision about a newcomer does: accounts, the Customer role, messages, audit entries. */
import { accountState } from '../domain/account.ts';
import type { CustomerAccessSettings } from '../domain/customer-access-settings.ts';
import { emailKey } from '../domain/email-key.ts';
import type { AccountId } from '../domain/ids.ts';
import type { MessageKind } from '../domain/message.ts';
import type { NewcomerDecision, Way } from '../domain/newcomer.ts';
import type { Site } from '../domain/organization.ts';
import { createAccount, giveAccess, joinCustomersGroup } from './account-creation.ts';
import { recordChange } from './audit.ts';
import { createPortalOnly } from './portal-only-creation.ts';
import type { Context, Tx } from './ports.ts';

type Admitted = NewcomerDecision & {
  readonly email: string;
  /** Empty or absent: nobody knows the name yet, the address stands for it. */
  readonly name?: string;
  /** The service project that the person is invited to, where it is one. */
  readonly project?: { readonly name: string };
};

/** Carries out a decision; one that refuses, or finds everything in place, changes nothing. */
export function admitNewcomer(
  tx: Tx,
  site: Site,
  settings: CustomerAccessSettings,
  newcomer: Admitted,
  { by }: Pick<Way, 'by'>,
  context: Context,
): void {
  const { email, outcome, reason } = newcomer;
  const project = newcomer.project && { project: newcomer.project.name };
  const person = { email, emailKey: emailKey(email), name: newcomer.name || email };
  const send = (kind: MessageKind, facts: Record<string, string> = {}) =>
    tx.messages.put({
      id: context.ids.next('message'),
      siteId: site.id,
      at: context.now,
      to: email,
      kind,
      facts,
    });

  if (outcome === 'portal-only') {
    createPortalOnly(tx, site, { ...person, by }, context);
    if (by === 'invitation')
      send('customer-invitation', { accountType: 'portal-only', ...project });
    // With single sign-on the customer logs in at the company: there is no password to set.
    if (settings.portalLogin === 'password') send('set-password');
  } else if (outcome === 'atlassian') {
    bringAccount(tx, site, person, by, context);
    if (by === 'invitation') send('customer-invitation', { accountType: 'atlassian', ...project });
  } else if (reason === 'given-customer-role') {
    giveCustomerRole(tx, site, person.emailKey, context);
    send('customer-invitation', { accountType: 'atlassian', ...project });
  }
}

/** A new account, or the one that exists elsewhere, with access to the site and the Customer role. */
function bringAccount(
  tx: Tx,
  site: Site,
  person: { readonly email: string; readonly emailKey: string; readonly name: string },
  by: Way['by'],
  context: Context,
): void {
  const existing = tx.accounts.first({ emailKey: person.emailKey });
  const account = existing ?? createAccount(tx, site, person, context);
  if (existing) tx.accounts.put({ ...existing, version: existing.version + 1 });
  giveAccess(tx, site, account.id, context);
  const group = joinCustomersGroup(tx, site, account.id, context);
  recordChange(tx, context, {
    action: 'account.site-access-changed',
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: account.id,
    facts: { email: account.email, by, accountCreated: !existing, group: group.name },
    before: { access: 'none', role: 'none' },
    after: {
      access: accessNow(tx, site, account.id),
      role: tx.queries.roleOn(site.id, account.id),
    },
  });
}

/** Whoever is suspended in the directory is so on the new site too (domain.md 1.4). */
function accessNow(tx: Tx, { id: siteId, organizationId }: Site, accountId: AccountId) {
  const entry = tx.directoryUsers.get({ organizationId, accountId });
  return accountState(entry, tx.siteAccess.get({ siteId, accountId }));
}

function giveCustomerRole(tx: Tx, site: Site, key: string, context: Context): void {
  const account = tx.accounts.first({ emailKey: key });
  if (!account) throw new Error(`No account under ${key} to give a role to`);
  tx.accounts.put({ ...account, version: account.version + 1 });
  const group = joinCustomersGroup(tx, site, account.id, context);
  recordChange(tx, context, {
    action: 'account.role-changed',
    siteId: site.id,
    organizationId: site.organizationId,
    subjectId: account.id,
    facts: { email: account.email, group: group.name },
    before: { role: 'none' },
    after: { role: tx.queries.roleOn(site.id, account.id) },
  });
}
