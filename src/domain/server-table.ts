/*
 * What a server migration does to one person, by what the server takes them for and by account type
 * on the destination (S4, "How customer data is migrated" and "Deleted or inactive customers"; the
 * design, section 2, Server migration). This one constant drives the rule, the report, the
 * explanation on screen and the test.
 */
import type { CopyRule, Holding } from './copy-table.ts';
import type { ServerDirectory, ServerUser } from './server.ts';

/** What a server offers to migrate. */
export type ServerRow = 'licensed' | 'customer' | 'former';

/**
 * An existing address is linked and never migrated (S4), so only three actions make an account:
 * `create` a portal-only one, `create-account` and `duplicate` an Atlassian account.
 */
export type ServerAction = Exclude<CopyRule['action'], 'add-to-site' | 'group'> | 'create-account';

export type ServerRule = Omit<CopyRule, 'action'> & { readonly action: ServerAction };

export const SERVER_TABLE: Readonly<Record<ServerRow, Readonly<Record<Holding, ServerRule>>>> = {
  licensed: {
    nobody: { action: 'create-account', after: 'atlassian', attachTo: 'atlassian', attention: [] },
    // "This will result in two accounts in cloud."
    'portal-only': {
      action: 'duplicate',
      after: 'both',
      attachTo: 'atlassian',
      attention: ['upgrade-portal-only'],
    },
    atlassian: { action: 'link', after: 'atlassian', attachTo: 'atlassian', attention: [] },
    both: {
      action: 'link-duplicate',
      after: 'both',
      attachTo: 'atlassian',
      attention: ['upgrade-portal-only'],
    },
  },
  customer: {
    nobody: { action: 'create', after: 'portal-only', attachTo: 'portal-only', attention: [] },
    'portal-only': { action: 'link', after: 'portal-only', attachTo: 'portal-only', attention: [] },
    // "It will be still treated as an Atlassian account": no group is made for it, unlike in a copy.
    atlassian: { action: 'link', after: 'atlassian', attachTo: 'atlassian', attention: [] },
    // S4 knows no such case; as in a copy, the customer is linked to its own kind (design, section 2).
    both: {
      action: 'link-duplicate',
      after: 'both',
      attachTo: 'portal-only',
      attention: ['upgrade-portal-only'],
    },
  },
  former: {
    nobody: former('nobody'),
    'portal-only': former('portal-only'),
    atlassian: former('atlassian'),
    both: former('both'),
  },
};

function former(after: Holding): ServerRule {
  return { action: 'former-user', after, attachTo: 'former-user', attention: [] };
}

/**
 * What a server takes somebody for, whatever has become of them. Agents and project admins are regular
 * users, whatever else it says of them (S4, "How agents and project admins are migrated").
 */
export function serverUserKind(
  user: Pick<ServerUser, 'type' | 'agent' | 'projectAdmin'>,
): 'licensed' | 'customer' {
  return user.type === 'licensed' || user.agent || user.projectAdmin ? 'licensed' : 'customer';
}

/**
 * The row of a directory's user: a deleted one, or one of an inactive directory, becomes Former
 * customer, licensed or not.
 */
export function classifyServerUser(
  user: Pick<ServerUser, 'type' | 'agent' | 'projectAdmin' | 'deleted'>,
  directory: Pick<ServerDirectory, 'active'>,
): ServerRow {
  return user.deleted || !directory.active ? 'former' : serverUserKind(user);
}
