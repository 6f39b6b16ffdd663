/* The people of a server as the store has them, and what the chosen fixes make of each. */
import type { ServerId } from '../domain/ids.ts';
import {
  fixPeople,
  NOTHING_FIXED,
  type ChosenFixes,
  type FixedPerson,
} from '../domain/server-fixes.ts';
import { peopleOf, type ServerPerson } from '../domain/server-people.ts';
import type { Tx } from './ports.ts';

/** Everybody on a server, in the order of their user names. */
export function serverPeople(tx: Tx, serverId: ServerId): ServerPerson[] {
  return peopleOf(tx.serverUsers.where({ serverId }), tx.serverDirectories.where({ serverId }));
}

/**
 * Everybody on a server with what they come out as when a migration runs, in the order of their user
 * names: by the fixes that were chosen, or as if others were. `blocked` are those whose problem
 * nothing is done about.
 */
export function fixedPeople(
  tx: Tx,
  serverId: ServerId,
  fixes: ChosenFixes = tx.serverFixes.get({ serverId }) ?? NOTHING_FIXED,
): readonly FixedPerson[] {
  return fixPeople(serverPeople(tx, serverId), fixes, tx.serverFixRows.where({ serverId }));
}
