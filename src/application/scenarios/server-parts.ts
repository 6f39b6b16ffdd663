/* How many people of the demo's server are of a kind, and what the destination holds for them. */
import type { ServerPresence } from './server-cast.ts';

/** What an address has on the destination; `elsewhere` has an account on another site only. */
export type Standing =
  | 'nobody'
  | 'elsewhere'
  | 'portal-only'
  | 'revoked'
  | 'deleted'
  | 'account'
  | 'migrated'
  | 'suspended'
  | 'duplicate';

/** So many people of one kind. */
export type ServerPart = ServerPresence & { readonly count: number; readonly there?: Standing };

export const SERVER_PARTS: readonly ServerPart[] = [
  { count: 9, is: 'licensed' },
  { count: 5, is: 'licensed', came: 'portal' },
  { count: 4, is: 'licensed', there: 'account' },
  { count: 1, is: 'licensed', there: 'suspended' },
  { count: 2, is: 'licensed', there: 'portal-only' },
  { count: 1, is: 'licensed', there: 'revoked' },
  { count: 2, is: 'licensed', there: 'duplicate' },
  { count: 1, is: 'licensed', there: 'elsewhere' },
  { count: 2, is: 'licensed', state: 'inactive' },
  { count: 2, is: 'licensed', state: 'deleted', came: 'portal' },
  { count: 2, is: 'licensed', stands: ['old'] },
  { count: 6, is: 'agent' },
  { count: 1, is: 'agent', there: 'account' },
  { count: 1, is: 'agent', there: 'portal-only' },
  { count: 3, is: 'project-admin' },
  // Customers who came by the portal or by e-mail.
  { count: 25, is: 'customer', came: 'portal' },
  { count: 14, is: 'customer', came: 'email' },
  { count: 9, is: 'customer', came: 'portal', there: 'portal-only' },
  { count: 4, is: 'customer', came: 'email', there: 'portal-only' },
  { count: 2, is: 'customer', came: 'portal', there: 'revoked' },
  { count: 1, is: 'customer', came: 'portal', there: 'deleted' },
  { count: 2, is: 'customer', came: 'portal', there: 'account' },
  { count: 1, is: 'customer', came: 'portal', there: 'migrated' },
  { count: 1, is: 'customer', came: 'email', there: 'account' },
  { count: 1, is: 'customer', came: 'portal', there: 'suspended' },
  { count: 3, is: 'customer', came: 'portal', there: 'duplicate' },
  { count: 2, is: 'customer', came: 'email', there: 'elsewhere' },
  { count: 2, is: 'customer', came: 'portal', state: 'inactive' },
  // Customers who never raised a request, some of whom the data names all the same.
  { count: 2, is: 'customer', named: 'participant' },
  { count: 2, is: 'customer', named: 'role' },
  { count: 2, is: 'customer' },
  { count: 2, is: 'customer', there: 'portal-only' },
  { count: 1, is: 'customer', there: 'account' },
  // Former customers, whatever the destination has under their address.
  { count: 3, is: 'customer', came: 'portal', state: 'deleted' },
  { count: 1, is: 'customer', came: 'email', state: 'deleted', there: 'portal-only' },
  { count: 1, is: 'customer', came: 'portal', state: 'deleted', there: 'account' },
  { count: 5, is: 'customer', came: 'portal', stands: ['old'] },
  { count: 1, is: 'customer', came: 'email', stands: ['old'], there: 'duplicate' },
  { count: 2, is: 'customer', named: 'participant', stands: ['old'] },
];
