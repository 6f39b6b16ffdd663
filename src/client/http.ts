/*
 * Typed requests to the backend. What carries them is configured at start (`main.tsx`), so that
 * pages and tests differ in that one place only.
 */
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '#src/contract/api.ts';
import type { Problem, ProblemCode } from '#src/contract/problem.ts';
import { BASE_PATH, DOWNLOAD_HEADER, routeOf, type RouteName } from '#src/contract/routes.ts';

/** Carries one request to the backend; rejects only when nothing answered. */
export type Transport = (request: Request) => Promise<Response>;

let transport: Transport = (request) => fetch(request);

/** Sets what carries every request from now on. */
export function configureTransport(chosen: Transport): void {
  transport = chosen;
}

/** A refusal of the backend: the catalogue's code, its HTTP status and the facts that explain it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ProblemCode;
  readonly status: number;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, status: number, facts: Readonly<Record<string, unknown>>) {
    super(`${status} ${code}`);
    this.code = code;
    this.status = status;
    this.facts = facts;
  }
}

type Given<Name extends string, Value> = [Value] extends [never]
  ? { readonly [P in Name]?: never }
  : object extends Value
    ? { readonly [P in Name]?: Value }
    : { readonly [P in Name]: Value };

/** What a call of route `N` carries. */
type CallOptions<N extends RouteName> = Given<'params', ParamsOf<N>> &
  Given<'query', QueryOf<N>> &
  Given<'body', BodyOf<N>> & {
    /** The body of a route that takes a file as it stands. */
    readonly bytes?: Blob | Uint8Array<ArrayBuffer>;
    /** Version of the record that the screen showed; a different one is refused with 412. */
    readonly ifMatch?: number;
    readonly signal?: AbortSignal;
    /** Names a download, for those who watch it. */
    readonly downloadId?: string;
  };

export type CallArguments<N extends RouteName> =
  object extends CallOptions<N> ? [options?: CallOptions<N>] : [options: CallOptions<N>];

/** What a call of route `N` resolves to: the record, or undefined where there is none. */
export type Answer<N extends RouteName> = [ResponseOf<N>] extends [never]
  ? undefined
  : ResponseOf<N>;

/**
 * Calls a route that answers with JSON or with nothing.
 * @throws {ApiError} on any refusal.
 */
export async function send<N extends RouteName>(
  name: N,
  ...[options]: CallArguments<N>
): Promise<Answer<N>> {
  const response = await call(name, (options ?? {}) as LooseOptions);
  return (response.status === 204 ? undefined : await response.json()) as Answer<N>;
}

/**
 * Calls a route that answers with a file.
 * @throws {ApiError} on any refusal.
 */
export async function download<N extends RouteName>(
  name: N,
  ...[options]: CallArguments<N>
): Promise<{ readonly blob: Blob; readonly fileName: string }> {
  const response = await call(name, (options ?? {}) as LooseOptions);
  const fileName = fileNameOf(response.headers.get('content-disposition') ?? '');
  return { blob: await response.blob(), fileName };
}

type LooseOptions = {
  readonly params?: object | undefined;
  readonly query?: object | undefined;
  readonly body?: unknown;
  readonly bytes?: Blob | Uint8Array<ArrayBuffer> | undefined;
  readonly ifMatch?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly downloadId?: string | undefined;
};

async function call(name: RouteName, options: LooseOptions): Promise<Response> {
  const { method, path } = routeOf(name);
  const headers = new Headers({ accept: 'application/json' });
  if (options.downloadId !== undefined) headers.set(DOWNLOAD_HEADER, options.downloadId);
  if (options.ifMatch !== undefined) headers.set('if-match', `"${options.ifMatch}"`);
  if (options.body !== undefined) headers.set('content-type', 'application/json');
  if (options.bytes !== undefined) headers.set('content-type', 'application/octet-stream');
  if (method !== 'GET') headers.set('idempotency-key', freshKey());

  const url = new URL(urlOf(path, options), location.origin);
  const body = options.bytes ?? (options.body === undefined ? null : JSON.stringify(options.body));
  const request = () =>
    new Request(url, { method, headers, body, ...(options.signal && { signal: options.signal }) });

  const response = await transport(request()).catch((reason: unknown) => {
    // The answer was lost, the change perhaps not: the same key makes a second run harmless.
    if (method === 'GET' || options.signal?.aborted) throw reason;
    return transport(request());
  });
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** 128 random bits; `crypto.randomUUID` is missing where the page is not served securely. */
function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function urlOf(path: string, { params = {}, query = {} }: LooseOptions): string {
  const values = new Map(Object.entries(params));
  const filled = path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(values.get(key))),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  return `${BASE_PATH}${filled}${search.size === 0 ? '' : `?${search}`}`;
}

async function errorOf(response: Response): Promise<ApiError> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) {
    return new ApiError('internal', response.status, {});
  }
  const problem = (await response.json()) as Problem;
  return new ApiError(problem.code, problem.status, problem.facts);
}

/** Reads both forms of RFC 6266, the encoded one first. */
function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? 'download';
}
