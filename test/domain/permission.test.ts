/* Who may do what, written down by hand from S1 ("Who can do this?") and domain.md 2.1. */
import { expect, test } from 'vitest';
import { may, PERSONAS, WHO_MAY, type Action } from '#src/domain/permission.ts';

/**
 * By action: organization admin, site admin, agent; first where user management is centralized,
 * then in the original experience. In the centralized one nobody is a site admin by right.
 */
const MATRIX: readonly (readonly [Action, centralized: string, original: string])[] = [
  // S1: "Organization admins" there; "Organization admins, Site admins" here.
  ['portal-customers.migrate', 'yes no no', 'yes yes no'],
  ['portal-customers.view', 'yes no no', 'yes yes no'],
  ['portal-customers.change-access', 'yes no no', 'yes yes no'],
  // domain.md 2.1, rows Who and Users.
  ['directory.view', 'yes no no', 'yes yes no'],
  ['imported-groups.review', 'yes no no', 'yes yes no'],
  // domain.md 2.1, row Copy data: "same (org admin only)".
  ['copy-plans.manage', 'yes no no', 'yes no no'],
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
  expect(PERSONAS).toEqual(['organization-admin', 'site-admin', 'agent']);
});
