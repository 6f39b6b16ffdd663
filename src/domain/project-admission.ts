/*
 * Adding somebody to a service project on its *Customers* page (domain.md 3.3): the account by the
 * site's customer access settings (3.4), the project role of customers, and an invitation.
 */
import type { HelpCenterPerson, LogIn } from './help-center.ts';
import type { MessageKind } from './message.ts';
import type { NewcomerDecision } from './newcomer.ts';

/**
 * What adding an address comes to. `in-project`: the project role is there already, nothing happens;
 * `existing`: the account is there, and gets the project role.
 */
export type ProjectAdmission =
  | Exclude<NewcomerDecision, { readonly outcome: 'existing' }>
  | { readonly outcome: 'existing' | 'in-project'; readonly reason: ExistingReason };

type ExistingReason = Extract<NewcomerDecision, { readonly outcome: 'existing' }>['reason'];

/**
 * The decision of the site, seen from a project. Whoever lacks the Customer role is given it even
 * when the project has them already.
 */
export function projectAdmission(decision: NewcomerDecision, hasRole: boolean): ProjectAdmission {
  const isComplete = decision.outcome === 'existing' && decision.reason !== 'given-customer-role';
  return isComplete && hasRole ? { outcome: 'in-project', reason: decision.reason } : decision;
}

/**
 * Messages to somebody who has an account and is added to a project. S2, "Notify customers": copied
 * customers heard nothing, and are invited from here. Whoever cannot log in is told nothing: the
 * invitation would lead to a closed door. A portal-only customer who never had a password sets one.
 */
export function messagesToExisting(
  logIn: Pick<LogIn, 'method' | 'outcome'>,
  profile: HelpCenterPerson['portalCustomer'],
): readonly Extract<MessageKind, 'customer-invitation' | 'set-password'>[] {
  if (logIn.outcome !== 'in' && logIn.outcome !== 'verify-email') return [];
  const hasPassword = profile?.passwordSetAt !== null || profile.lastLoginAt !== null;
  return logIn.method === 'portal-password' && !hasPassword
    ? ['customer-invitation', 'set-password']
    : ['customer-invitation'];
}
