/* Who may do what, written down by hand from S1 ("Who can do this?") and domain.md 2.1. */
import { expect, test } from 'vitest';
import { may, PERSONAS, WHO_MAY, type Action } from '#src/domain/permission.ts';

/**
 * By action: organization admin, site admin, user access admin, product admin, agent; first where
 * user management is centralized, then in the original experience. In the centralized one nobody is
 * a site admin by right.
 */
const MATRIX: readonly (readonly [Action, centralized: string, original: string])[] = [
  // S1: "Organization admins" there; "Organization admins, Site admins" here.
  ['portal-customers.migrate', 'yes no no no no', 'yes yes no no no'],
  // domain.md 11, "Who may delete"; converting back is its counterpart.
  ['portal-customers.delete', 'yes no no no no', 'yes yes no no no'],
  ['directory.convert', 'yes no no no no', 'yes yes no no no'],
  // domain.md 1.2 and 2.1: user access admins manage the people of their products.
  ['portal-customers.view', 'yes no yes no no', 'yes yes yes no no'],
  ['portal-customers.edit', 'yes no yes no no', 'yes yes yes no no'],
  ['portal-customers.change-access', 'yes no yes no no', 'yes yes yes no no'],
  ['directory.view', 'yes no yes no no', 'yes yes yes no no'],
  ['directory.invite', 'yes no yes no no', 'yes yes yes no no'],
  ['directory.change-roles', 'yes no yes no no', 'yes yes yes no no'],
  ['groups.manage-members', 'yes no yes no no', 'yes yes yes no no'],
  // domain.md 1.2, TSGROUPS: "User access admins cannot make or unmake default groups".
  ['groups.change-default', 'yes no no no no', 'yes yes no no no'],
  // The whole organization's business, domain.md 2.1, rows Users and Suspend / remove.
  ['directory.suspend', 'yes no no no no', 'yes yes no no no'],
  ['directory.remove', 'yes no no no no', 'yes yes no no no'],
  ['imported-groups.review', 'yes no no no no', 'yes yes no no no'],
  ['audit-log.view', 'yes no no no no', 'yes yes no no no'],
  // domain.md 1.2: product admins have the settings inside the product.
  ['customer-access.view', 'yes no yes yes no', 'yes yes yes yes no'],
  ['customer-access.change', 'yes no no yes no', 'yes yes no yes no'],
  // domain.md 3.3: agents add customers in a service project.
  ['customers.invite', 'yes no yes yes yes', 'yes yes yes yes yes'],
  // domain.md 2.1, row Copy data: "same (org admin only)".
  ['copy-plans.manage', 'yes no no no no', 'yes no no no no'],
  // A server belongs to no organization: both kinds of admins stand for its own administrators.
  ['servers.manage', 'yes yes no no no', 'yes yes no no no'],
];

test('the matrix names every action once', () => {
  expect(MATRIX.map(([action]) => action).toSorted()).toEqual(Object.keys(WHO_MAY).toSorted());
});

test.each(MATRIX)('%s: %s where centralized, %s in the original experience', (action, ...rows) => {
  const answers = (['centralized', 'original'] as const).map((experience) =>
    PERSONAS.map((persona) => (may(persona, action, experience) ? 'yes' : 'no')).join(' '),
  );
  expect(answers).toEqual(rows);
});

test('the columns are the personas in the order of the matrix', () => {
  expect(PERSONAS).toEqual([
    'organization-admin',
    'site-admin',
    'user-access-admin',
    'product-admin',
    'agent',
  ]);
});
