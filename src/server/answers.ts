/* Responses: JSON through the endpoint's schema, files, problems (RFC 9457). */
import type { Endpoint } from '#src/contract/endpoint.ts';
import { problems, type Problem, type ProblemCode } from '#src/contract/problem.ts';
import { MARKER_HEADER } from '#src/contract/routes.ts';
import type { DomainError } from '#src/domain/errors.ts';
import { isStorageFull } from '#src/store/database-error.ts';
import type { WireResponse } from './backend.ts';
import type { Written } from './downloads.ts';
import type { FileAnswer } from './handler.ts';

/** An answer as text, so that a repeated request gets the same one. */
export type Stored = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What the edge itself refuses, beside the domain's errors. */
export type EdgeError =
  | { readonly code: 'route.unknown'; readonly method: string; readonly path: string }
  | { readonly code: 'request.invalid'; readonly issues: readonly string[] }
  | { readonly code: 'storage.full' }
  | { readonly code: 'download.cancelled' }
  | { readonly code: 'internal'; readonly message: string };

const MARKED = { [MARKER_HEADER]: '1', 'cache-control': 'no-store' };

/** Presents a handler's output: the response schema whitelists what leaves. */
export function answer(
  endpoint: Endpoint,
  output: unknown,
): { readonly wire: WireResponse; readonly stored: Stored } {
  if (endpoint.file !== undefined) return fileAnswer(endpoint.file, output as FileAnswer);
  const status = endpoint.status ?? 200;
  if (!endpoint.response) return both({ status, headers: MARKED, body: '' });
  const body = JSON.stringify(endpoint.response.parse(output));
  return both({ status, headers: { ...MARKED, 'content-type': 'application/json' }, body });
}

/** The answer that an earlier request with the same idempotency key got. */
export function replayed(stored: Stored): WireResponse {
  return { ...stored, body: stored.body === '' ? null : new TextEncoder().encode(stored.body) };
}

/** A refusal with its facts. */
export function problem(error: DomainError | EdgeError): WireResponse {
  const { code, ...facts } = error;
  const known: ProblemCode = code;
  const body: Problem = { type: 'about:blank', ...problems[known], code: known, facts };
  const headers = { ...MARKED, 'content-type': 'application/problem+json' };
  return replayed({ status: body.status, headers, body: JSON.stringify(body) });
}

/** An unexpected fault: the transaction is gone, the page offers what to do next. */
export function fault(thrown: unknown): WireResponse {
  if (isStorageFull(thrown)) return problem({ code: 'storage.full' });
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return problem({ code: 'internal', message });
}

/** A file that was written in slices. */
export function writtenFile(mediaType: string, written: Written): WireResponse {
  const headers = fileHeaders(mediaType, written.fileName);
  const content = 'file' in written ? { body: null, file: written.file } : { body: written.bytes };
  return { status: 200, headers, ...content };
}

function fileHeaders(mediaType: string, fileName: string) {
  return {
    ...MARKED,
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  };
}

function fileAnswer(mediaType: string, { fileName, bytes }: FileAnswer) {
  const headers = fileHeaders(mediaType, fileName);
  const wire: WireResponse = { status: 200, headers, body: bytes };
  return { wire, stored: { status: 200, headers, body: '' } };
}

function both(stored: Stored) {
  return { wire: replayed(stored), stored };
}
