/*
 * Licences of a site: who takes one, how many there are, and what a step adds. The Free plan has
 * three agents (domain.md 9); nobody is counted through the Customer role (S3), nor while suspended
 * (domain.md 1.4, "not billed").
 */
import type { Site } from './organization.ts';
import { licencesFor, type ProductRole } from './product-role.ts';

/** Agents of a Free plan. */
export const FREE_PLAN_AGENTS = 3;

/** Licences in use, and how many there are; null where the plan takes what it needs. */
export type Licences = { readonly used: number; readonly limit: number | null };

/** What decides whether an account takes a licence on a site. */
export type Seat = { readonly isActive: boolean; readonly role: ProductRole };

/** The licences of a site of which so many are in use. */
export function licencesOf(site: Pick<Site, 'subscription'>, used: number): Licences {
  return { used, limit: site.subscription === 'free' ? FREE_PLAN_AGENTS : null };
}

/** Licences that an account takes: one as an active agent, otherwise none. */
export function licencesTaken({ isActive, role }: Seat): 0 | 1 {
  return isActive ? licencesFor(role) : 0;
}

/** Licences that a step adds; negative where it frees them. */
export function licencesAdded(before: Seat, after: Seat): number {
  return licencesTaken(after) - licencesTaken(before);
}

/** Whether a step that adds so many licences fits; one that adds none always does. */
export function hasRoomFor({ used, limit }: Licences, added: number): boolean {
  return added <= 0 || limit === null || used + added <= limit;
}
