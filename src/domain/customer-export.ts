/*
 * Drydock's own export of portal-only customers: the columns of the real file (atlassian-api.md
 * section 6, F5) and two more that say what its `active` cannot.
 */
import type { Instant } from './clock.ts';
import { unguardCell } from './spreadsheet-guard.ts';
import type { PortalCustomer, PortalCustomerState } from './portal-customer.ts';

/** The heading line; the importer knows the first six, and passes over the rest. */
export const CUSTOMER_EXPORT_HEADINGS: readonly string[] = [
  'username',
  'full_name',
  'email',
  'active',
  'created',
  'last_login',
  'account_state',
  'customer_organizations',
];

/** The two kinds of inactive apart, which `active` cannot tell (domain.md 1.4). */
const STATES: Readonly<Record<PortalCustomerState, string>> = {
  active: 'Active',
  revoked: 'Access revoked',
  migrating: 'Migrating',
  migrated: 'Inactive (migrated)',
  deleted: 'Deleted',
};

/** A customer as the cells of one row, unguarded. */
export function exportCells(
  customer: PortalCustomer & { readonly customerOrganizations: readonly string[] },
): string[] {
  const { id, name, email, state, createdAt, lastLoginAt, customerOrganizations } = customer;
  return [
    id,
    name,
    email,
    state === 'active' || state === 'migrating' ? 'Yes' : 'No',
    dateCell(createdAt),
    lastLoginAt === null ? 'Never' : dateCell(lastLoginAt),
    STATES[state],
    customerOrganizations.join(', '),
  ];
}

/** To the millisecond, so that loading the file again changes no date. */
function dateCell(at: Instant): string {
  return new Date(at).toISOString();
}

/** The cells of a row of such a file as they were before the guard. */
export function ownCells(cells: readonly string[]): string[] {
  return cells.map(unguardCell);
}
