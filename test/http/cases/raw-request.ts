/* Requests as they come over the wire, so that tests can spoil any part of one. */
import { routeOf, type RouteName } from '#src/contract/routes.ts';
import type { WireRequest, WireResponse } from '#src/server/backend.ts';
import type { World } from '#test/support/world.ts';
import type { RouteCase } from './all-cases.ts';

/** The parts of a request that answers with success; a test changes one of them. */
export type Parts = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
};

/** A route's good request in its parts. */
export async function goodParts(world: World, route: RouteCase): Promise<Parts> {
  const call = await route.answers(world);
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  return {
    params: texts(call.params),
    query: texts(call.query),
    headers: {},
    body: call.bytes ?? (body === null ? null : new TextEncoder().encode(body)),
  };
}

/** Sends a request made of these parts. */
export function sendParts(world: World, name: RouteName, parts: Parts): Promise<WireResponse> {
  const { method, path } = routeOf(name);
  const filled = path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(parts.params[key] ?? ''),
  );
  const query = new URLSearchParams(parts.query);
  return sendRaw(world, {
    method,
    path: query.size > 0 ? `${filled}?${query}` : filled,
    headers: parts.headers,
    body: parts.body,
  });
}

/** Sends a request; what is left out is empty. */
export function sendRaw(
  world: World,
  request: Pick<WireRequest, 'path'> & Partial<WireRequest>,
): Promise<WireResponse> {
  return world.backend.handle({ method: 'GET', headers: {}, body: null, ...request });
}

function texts(values: object | undefined): Record<string, string> {
  const entries = Object.entries(values ?? {}).map(([key, value]) => [key, String(value)] as const);
  return Object.fromEntries(entries);
}
