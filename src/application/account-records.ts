/* What every change of an account leaves behind: a new version, an audit entry, a note of silence. */
import type { AtlassianAccount } from '../domain/account.ts';
import type { Message, MessageKind } from '../domain/message.ts';
import type { Organization, Site } from '../domain/organization.ts';
import { recordChange } from './audit.ts';
import type { Change, Context, Tx } from './ports.ts';

type Changed = { readonly organization: Organization; readonly account: AtlassianAccount };

/** Raises the account's version and writes the audit entry of the change; answers the account as it is now. */
export function recordAccountChange(
  tx: Tx,
  context: Context,
  { organization, account }: Changed,
  change: Omit<Change, 'subjectId' | 'organizationId'>,
): AtlassianAccount {
  const changed = { ...account, version: account.version + 1 };
  tx.accounts.put(changed);
  recordChange(tx, context, {
    ...change,
    organizationId: organization.id,
    subjectId: account.id,
    facts: { email: account.email, ...change.facts },
  });
  return changed;
}

/** Puts an entry about an account into the simulated mailbox: a message, or a change nobody is told of. */
export function noteForPerson(
  tx: Tx,
  context: Context,
  account: AtlassianAccount,
  site: Site,
  kind: MessageKind,
  facts: Message['facts'] = {},
): void {
  tx.messages.put({
    id: context.ids.next('message'),
    siteId: site.id,
    at: context.now,
    to: account.email,
    kind,
    facts: { name: account.name, ...facts },
  });
}
