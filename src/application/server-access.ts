/* Who may do something with a Jira server: it belongs to no organization. */
import type { DomainError } from '../domain/errors.ts';
import type { ServerId } from '../domain/ids.ts';
import { WHO_MAY } from '../domain/permission.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Server } from '../domain/server.ts';
import { notFound, type Permission } from './access.ts';
import type { Context, Tx } from './ports.ts';

/** The same in both experiences, which are of organizations. */
const MANAGERS = WHO_MAY['servers.manage'].centralized;

/** Finds a server and makes sure that the actor administers it. */
export function authorisedServer(
  tx: Tx,
  context: Context,
  serverId: string,
): Result<Server, DomainError> {
  const server = tx.servers.get({ id: serverId as ServerId });
  if (!server) return notFound('server', serverId);
  const allowed = authoriseServers(context);
  return allowed.ok ? ok(server) : allowed;
}

/** Refuses with `forbidden`, naming who may, unless the actor administers servers. */
export function authoriseServers(context: Context): Result<true, DomainError> {
  if (MANAGERS.includes(context.actor)) return ok(true);
  return err({
    code: 'forbidden',
    action: 'servers.manage',
    persona: context.actor,
    experience: null,
    allowed: MANAGERS,
  });
}

/** Whether the actor administers servers, and who does. */
export function serverPermission(context: Context): Permission {
  return { allowed: MANAGERS.includes(context.actor), by: MANAGERS };
}
