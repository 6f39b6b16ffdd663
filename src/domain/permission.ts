import type { Experience } from './organization.ts';

/**
 * Whom the simulator lets you be. A user access admin manages the people of one product, a product
 * admin its settings (domain.md 1.2); an agent has no administration rights.
 */
export type Persona =
  'organization-admin' | 'site-admin' | 'user-access-admin' | 'product-admin' | 'agent';

export const PERSONAS: readonly Persona[] = [
  'organization-admin',
  'site-admin',
  'user-access-admin',
  'product-admin',
  'agent',
];

/** What an administrator may want to do. */
export type Action =
  | 'directory.view'
  | 'directory.invite'
  | 'directory.suspend'
  | 'directory.remove'
  | 'directory.change-roles'
  | 'directory.convert'
  | 'groups.manage-members'
  | 'groups.change-default'
  | 'portal-customers.view'
  | 'portal-customers.edit'
  | 'portal-customers.change-access'
  | 'portal-customers.migrate'
  | 'portal-customers.delete'
  | 'customers.invite'
  | 'customer-access.view'
  | 'customer-access.change'
  | 'imported-groups.review'
  | 'copy-plans.manage'
  | 'audit-log.view'
  | 'servers.manage';

/** Site admins exist in the original experience only (domain.md 1.2). */
const ORGANIZATION_ADMIN: readonly Persona[] = ['organization-admin'];
const TOP: Readonly<Record<Experience, readonly Persona[]>> = {
  centralized: ORGANIZATION_ADMIN,
  original: ['organization-admin', 'site-admin'],
};

function topAnd(...others: readonly Persona[]): Readonly<Record<Experience, readonly Persona[]>> {
  return {
    centralized: [...TOP.centralized, ...others],
    original: [...TOP.original, ...others],
  };
}

const PEOPLE = topAnd('user-access-admin');

/**
 * Who may do what: the one table of the product. Migrating is for organization admins, in the
 * original experience for site admins too (S1, "Who can do this?"), deleting likewise
 * (domain.md 11). User access admins manage people but no default groups (domain.md 1.2, TSGROUPS);
 * product admins change the product's settings. Copying is for organization admins only
 * (domain.md 2.1). Agents may invite customers to a service project (domain.md 3.3). A Jira server has
 * administrators of its own, and no organization: organization and site admins stand for them.
 */
export const WHO_MAY: Readonly<Record<Action, Readonly<Record<Experience, readonly Persona[]>>>> = {
  'directory.view': PEOPLE,
  'directory.invite': PEOPLE,
  'directory.suspend': TOP,
  'directory.remove': TOP,
  'directory.change-roles': PEOPLE,
  'directory.convert': TOP,
  'groups.manage-members': PEOPLE,
  'groups.change-default': TOP,
  'portal-customers.view': PEOPLE,
  'portal-customers.edit': PEOPLE,
  'portal-customers.change-access': PEOPLE,
  'portal-customers.migrate': TOP,
  'portal-customers.delete': TOP,
  'customers.invite': topAnd('user-access-admin', 'product-admin', 'agent'),
  'customer-access.view': topAnd('user-access-admin', 'product-admin'),
  'customer-access.change': topAnd('product-admin'),
  'imported-groups.review': TOP,
  'copy-plans.manage': { centralized: ORGANIZATION_ADMIN, original: ORGANIZATION_ADMIN },
  'audit-log.view': TOP,
  'servers.manage': { centralized: TOP.original, original: TOP.original },
};

/** Whether a persona may do something in an organization with this user management experience. */
export function may(persona: Persona, action: Action, experience: Experience): boolean {
  return WHO_MAY[action][experience].includes(persona);
}
