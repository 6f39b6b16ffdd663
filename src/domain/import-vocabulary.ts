/* The words by which files say whether somebody is active and what they may do. */
import type { ProductRole } from './product-role.ts';
import type { ServerUser } from './server.ts';

/** What a file says of somebody's standing. */
export type Standing = 'active' | 'suspended' | 'deactivated';

const STANDINGS: Readonly<Record<Standing, readonly string[]>> = {
  active: ['active', 'yes', 'y', 'true', '1', 'enabled', 'granted'],
  suspended: ['suspended', 'no', 'n', 'false', '0', 'inactive', 'disabled', 'revoked', 'blocked'],
  deactivated: ['deactivated'],
};

const ROLES: Readonly<Record<ProductRole, readonly string[]>> = {
  customer: ['customer'],
  agent: ['user', 'user (agent)', 'agent'],
  none: ['', 'none', 'no access'],
};

/** What a server takes somebody for: F7's `USER` and `CUSTOMER`, and what people write in lists of their own. */
const USER_TYPES: Readonly<Record<ServerUser['type'], readonly string[]>> = {
  licensed: ['user', 'licensed', 'licensed user', 'agent'],
  customer: ['customer', 'jsm customer', 'portal-only', 'portal only', 'unlicensed'],
};

/** The type that a cell names, in any case; null when the word is not known. */
export function userTypeOf(cell: string): ServerUser['type'] | null {
  return meaningOf(USER_TYPES, cell);
}

/** The standing that a cell names, in any case; null when the word is not known. */
export function standingOf(cell: string): Standing | null {
  return meaningOf(STANDINGS, cell);
}

/** The Jira Service Management role that a product column names; an empty cell is no access. Null when not known. */
export function roleOf(cell: string): ProductRole | null {
  return meaningOf(ROLES, cell);
}

/**
 * The role that a default group confers, by its name in either generation; any other group
 * confers none (domain.md 1.3).
 */
export function roleOfGroupName(name: string): ProductRole {
  if (/^jira-(servicemanagement|servicedesk)-customers(-|$)/i.test(name)) return 'customer';
  if (/^jira-(servicemanagement|servicedesk)-users(-|$)/i.test(name)) return 'agent';
  return 'none';
}

function meaningOf<M extends string>(
  words: Readonly<Record<M, readonly string[]>>,
  cell: string,
): M | null {
  const word = cell.trim().toLowerCase();
  for (const meaning of Object.keys(words) as M[]) {
    if (words[meaning].includes(word)) return meaning;
  }
  return null;
}
