/* The personas of the simulator in words. */
import { listOf } from './count.ts';
import type { Permission, Workspace } from '#src/contract/wire.ts';

export type Persona = Workspace['persona'];

const NAMES: Readonly<Record<Persona, string>> = {
  'organization-admin': 'organization admin',
  'site-admin': 'site admin',
  'user-access-admin': 'user access admin',
  'product-admin': 'product admin',
  agent: 'agent',
};

/** "organization admin" */
export function personaName(persona: Persona): string {
  return NAMES[persona];
}

/** Whether a fact names a persona. */
export function isPersona(value: unknown): value is Persona {
  return typeof value === 'string' && Object.hasOwn(NAMES, value);
}

/** Why the viewer may not, for a disabled action; undefined when the viewer may. */
export function whyNot(permission: Permission): string | undefined {
  if (permission.allowed) return undefined;
  const who = listOf(permission.by.map((persona) => `${personaName(persona)}s`));
  return who === '' ? 'Not possible now' : `Only ${who} can do this`;
}
