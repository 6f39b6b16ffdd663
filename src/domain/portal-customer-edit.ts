/* What an administrator may change about a portal-only account itself: its name and its password. */
import type { DomainError } from './errors.ts';
import type { PortalCustomerState } from './portal-customer.ts';
import { err, ok, type Result } from './result.ts';

/** Characters that a portal password must have; no source names a number, the simulator asks for eight. */
const SHORTEST_PASSWORD = 8;

/**
 * Whether the account can be edited at all: while it migrates and afterwards its Atlassian account
 * counts (S1), and a deleted one is wiped (domain.md 3.1, DELETE).
 */
export function isEditable(state: PortalCustomerState): boolean {
  return state === 'active' || state === 'revoked';
}

/** Whether the account logs in with a portal password: a revoked one does not log in at all (domain.md 3.1, REVOKE). */
export function usesPassword(state: PortalCustomerState): boolean {
  return state === 'active';
}

/** A full name in one line, without space around it; refused when nothing is left. */
export function fullName(given: string): Result<string, DomainError> {
  const name = given.replace(/\s+/g, ' ').trim();
  return name === '' ? err({ code: 'portal-customer.name-missing' }) : ok(name);
}

/** Refuses a password that is too short; characters are counted, not bytes. */
export function checkPassword(password: string): Result<true, DomainError> {
  return [...password].length >= SHORTEST_PASSWORD
    ? ok(true)
    : err({ code: 'portal-customer.password-weak', shortest: SHORTEST_PASSWORD });
}
