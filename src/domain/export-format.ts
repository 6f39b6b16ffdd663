/*
 * Which of the known exports a file is, told by its headings, and what its columns mean
 * (atlassian-api.md section 6: F1, F2, F3 and F5). Order and case of headings do not matter, and
 * more columns than those known are allowed.
 */
import type { ExportFormat, ImportedKind, ImportField } from './import.ts';

export type RecognisedFormat = { readonly format: ExportFormat; readonly kind: ImportedKind };

/** Lower case, single spaces, no byte order mark; underscores count as spaces. */
export function normaliseHeading(heading: string): string {
  return heading
    .replace(/[\uFEFF_\s]+/g, ' ')
    .trim()
    .toLowerCase();
}

/**
 * The format of a file, or null when it must be mapped. `rows` are cells: an F5 file is known by
 * its `qm:` ids too, because other user lists have the headings `username` and `email` as well.
 */
export function recogniseFormat(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): RecognisedFormat | null {
  const names = headings.map(normaliseHeading);
  const has = (...wanted: readonly string[]) => wanted.every((name) => names.includes(name));
  if (has('user id', 'user name', 'email')) return { format: 'users', kind: 'atlassian' };
  if (has('group name', 'username', 'email')) {
    const is2021 = names.includes('created') || names.includes('last active in jira');
    return { format: is2021 ? 'users-by-group-2021' : 'users-by-group-older', kind: 'atlassian' };
  }
  const username = names.indexOf('username');
  if (!has('username', 'email') || !mayBePortalOnly(rows.map((cells) => cells[username] ?? ''))) {
    return null;
  }
  return { format: 'portal-customers', kind: 'portal-only' };
}

function mayBePortalOnly(usernames: readonly string[]): boolean {
  const given = usernames.map((username) => username.trim()).filter((username) => username !== '');
  return given.length === 0 || given.some(isPortalOnlyUsername);
}

/** In files that mix both account types, the `qm:` id tells a portal-only account (loader advice of section 6). */
export function isPortalOnlyUsername(username: string): boolean {
  return /^\s*qm:/i.test(username);
}

/** What each column of a recognised file means, for the site that it is loaded into. */
export function mapHeadings(
  format: ExportFormat,
  headings: readonly string[],
  siteName: string,
): ImportField[] {
  const names = headings.map(normaliseHeading);
  const fields = format === 'users' ? usersFields(names, siteName) : names.map(usernameField);
  return fields.map((field, index) =>
    !SEVERAL.has(field) && fields.indexOf(field) < index ? 'ignore' : field,
  );
}

/** Several columns may say which group, role or last visit; of any other meaning the first one counts. */
const SEVERAL = new Set<ImportField>(['group', 'product-role', 'last-seen', 'ignore']);

const USERNAME_FIELDS: Readonly<Record<string, ImportField>> = {
  username: 'account-id',
  'full name': 'name',
  email: 'email',
  active: 'active',
  created: 'created',
  'last login': 'last-seen',
  'last active in jira': 'last-seen',
  'group name': 'group',
};

function usernameField(name: string): ImportField {
  return USERNAME_FIELDS[name] ?? 'ignore';
}

const USERS_FIELDS: Readonly<Record<string, ImportField>> = {
  'user id': 'account-id',
  'user name': 'name',
  email: 'email',
  'user status': 'status',
  'added to org': 'created',
};

function usersFields(names: readonly string[], siteName: string): ImportField[] {
  const role = productColumns(names, siteName, '');
  const lastSeen = productColumns(names, siteName, 'last seen in ');
  return names.map((name, index) => {
    if (role.has(index)) return 'product-role';
    if (lastSeen.has(index)) return 'last-seen';
    // One column of joined names, or one column a name when the export was pivoted.
    if (/^(groups|group( names?| memberships?)?( ?\d+)?)$/.test(name)) return 'group';
    return USERS_FIELDS[name] ?? 'ignore';
  });
}

const SERVICE_MANAGEMENT = /^jira service (management|desk) - (.+)$/;

/**
 * Jira Service Management columns: those of the chosen site, or all of them when it has none,
 * because people rehearse under another site name. Other apps' roles say nothing about customers.
 */
function productColumns(
  names: readonly string[],
  siteName: string,
  prefix: string,
): ReadonlySet<number> {
  const sites = names.map((name) =>
    name.startsWith(prefix) ? SERVICE_MANAGEMENT.exec(name.slice(prefix.length))?.[2] : undefined,
  );
  const wanted = normaliseHeading(siteName);
  const isOwn = sites.includes(wanted);
  const columns = sites.flatMap((site, index) =>
    site !== undefined && (!isOwn || site === wanted) ? [index] : [],
  );
  return new Set(columns);
}
