/*
 * The contract's routes as MSW handlers, one each. They only carry: requests become plain records
 * for the backend behind the worker, and its answers become responses.
 */
import { http, type HttpHandler } from 'msw/http';
import { BASE_PATH, MARKER_HEADER, routeOf, routes, type RouteName } from '#src/contract/routes.ts';
import type { Backend, WireRequest, WireResponse } from './backend.ts';

type Handle = Backend['handle'];

const registrars = { GET: http.get, POST: http.post, PUT: http.put, DELETE: http.delete } as const;

/** One handler per route, and one that lets the backend refuse every other address under it. */
export function createHandlers(handle: Handle): HttpHandler[] {
  const answer = ({ request }: { request: Request }) => respond(handle, request);
  const names = Object.keys(routes) as RouteName[];
  return [
    ...names.map((name) => {
      const { method, path } = routeOf(name);
      return registrars[method](`${BASE_PATH}${path}`, answer);
    }),
    http.all(`${BASE_PATH}/*`, answer),
  ];
}

/**
 * The handlers that may fit a request, by method and number of path segments: MSW would ask each
 * of them in turn, and read the page's cookies for every one.
 */
export function handlersFor(handlers: readonly HttpHandler[], request: Request): HttpHandler[] {
  const asked = depth(new URL(request.url).pathname);
  return handlers.filter(({ info: { method, path } }) => {
    const pattern = String(path).replace(/^\w+:\/\/[^/]+/, '');
    const isForThis = method === request.method || method instanceof RegExp;
    return isForThis && (pattern.endsWith('*') || depth(pattern) === asked);
  });
}

function depth(path: string): number {
  return path.split('/').length;
}

async function respond(handle: Handle, request: Request): Promise<Response> {
  try {
    return toResponse(await handle(await toWire(request)));
  } catch (fault) {
    return toResponse(faultAnswer(fault));
  }
}

async function toWire(request: Request): Promise<WireRequest> {
  const { pathname, search } = new URL(request.url);
  const takesBody = request.method === 'POST' || request.method === 'PUT';
  return {
    method: request.method,
    path: `${pathname.slice(BASE_PATH.length)}${search}`,
    headers: Object.fromEntries(request.headers),
    body: takesBody ? new Uint8Array(await request.arrayBuffer()) : null,
  };
}

function toResponse({ status, headers, body, file }: WireResponse): Response {
  // A copy of the type only: answers arrive as their own buffers, never as shared memory.
  const response = new Response(file ?? (body as Uint8Array<ArrayBuffer> | null), {
    status,
    headers: { ...headers },
  });
  response.headers.set(MARKER_HEADER, '1');
  return response;
}

/** The worker itself is gone: still an answer of this API, so that screens can say so. */
function faultAnswer(fault: unknown): WireResponse {
  const problem = {
    type: 'about:blank',
    status: 500,
    title: 'Unexpected fault',
    code: 'internal',
    facts: { message: fault instanceof Error ? fault.message : String(fault) },
  };
  return {
    status: 500,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    body: new TextEncoder().encode(JSON.stringify(problem)),
  };
}
