import type { Experience } from './organization.ts';

/** Whom the simulator lets you be. `agent` has no administration rights. */
export type Persona = 'organization-admin' | 'site-admin' | 'agent';

export const PERSONAS: readonly Persona[] = ['organization-admin', 'site-admin', 'agent'];

/** What an administrator may want to do. */
export type Action =
  | 'directory.view'
  | 'portal-customers.view'
  | 'portal-customers.migrate'
  | 'portal-customers.change-access'
  | 'imported-groups.review'
  | 'copy-plans.manage';

const ORGANIZATION_ADMIN: readonly Persona[] = ['organization-admin'];
const BOTH: readonly Persona[] = ['organization-admin', 'site-admin'];

/**
 * Who may do what. Migrating: organization admins in the centralized experience, site admins too
 * in the original one (S1, "Who can do this?"). Copying: organization admins only (domain.md 2.1).
 */
export const WHO_MAY: Readonly<Record<Action, Readonly<Record<Experience, readonly Persona[]>>>> = {
  'directory.view': { centralized: ORGANIZATION_ADMIN, original: BOTH },
  'portal-customers.view': { centralized: ORGANIZATION_ADMIN, original: BOTH },
  'portal-customers.migrate': { centralized: ORGANIZATION_ADMIN, original: BOTH },
  'portal-customers.change-access': { centralized: ORGANIZATION_ADMIN, original: BOTH },
  'imported-groups.review': { centralized: ORGANIZATION_ADMIN, original: BOTH },
  'copy-plans.manage': { centralized: ORGANIZATION_ADMIN, original: ORGANIZATION_ADMIN },
};

/** Whether a persona may do something in an organization with this user management experience. */
export function may(persona: Persona, action: Action, experience: Experience): boolean {
  return WHO_MAY[action][experience].includes(persona);
}
