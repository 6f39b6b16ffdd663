/*
 * An account as lists show it: its state and its role on one site. The SQL says what
 * `accountState`, `effectiveRole` and `highestRole` of the domain say; a test compares them.
 */
import type { AccountRow } from '#src/application/ports.ts';
import type { AccountState } from '#src/domain/account.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import type { SqlRow } from './database.ts';
import { accountTable } from './tables/directory-tables.ts';

const ROLES: readonly ProductRole[] = ['none', 'customer', 'agent'];

/** What a group confers today, as its place in `ROLES`. */
export const ROLE_RANK = `case
  when user_group.review not in ('none', 'approved') then 0
  when user_group.role = 'agent' then 2
  when user_group.role = 'customer' then 1
  else 0 end`;

/** The place of a role in the order of roles. */
export function rankOf(role: ProductRole): number {
  return ROLES.indexOf(role);
}

/** The role at a rank; nobody in no group has none. */
export function roleAt(rank: unknown): ProductRole {
  return ROLES[Number(rank ?? 0)] ?? 'none';
}

/** Joins to `account` its access to a site (first value) and its entry in that site's organization (second). */
export const ON_SITE = `
  left join site_access as access
    on access.site_id = ? and access.account_id = account.id
  left join directory_user as entry
    on entry.organization_id = (select organization_id from site where id = ?)
    and entry.account_id = account.id`;

/** The stricter of directory status and site access, over the tables of `ON_SITE`. */
export const STATE_ON_SITE = `case
  when entry.status = 'deactivated' then 'deactivated'
  when entry.status = 'active' and access.status = 'active' then 'active'
  else 'suspended' end`;

/** The highest role from all groups of `account` on a site (one value). */
export const ROLE_ON_SITE = `(
  select max(${ROLE_RANK}) from membership
  join user_group on user_group.id = membership.group_id
  where membership.account_id = account.id and user_group.site_id = ?)`;

/** The account's own columns for a SELECT that `decodeAccountRow` reads, with the three that follow them. */
export function accountRowColumns(state: string, role: string, lastSeenAt: string): string {
  return `${accountTable.selection('account')}, ${state}, ${role}, ${lastSeenAt}`;
}

export function decodeAccountRow(row: SqlRow): AccountRow {
  const [state, role, lastSeenAt] = row.slice(accountTable.width);
  return {
    account: accountTable.decode(row),
    // The SQL above gives no other words.
    state: state as AccountState,
    role: roleAt(role),
    lastSeenAt: typeof lastSeenAt === 'number' ? lastSeenAt : null,
  };
}
