/* An answer of the backend as tests look at it. */
import type { Problem } from '#src/contract/problem.ts';
import { MARKER_HEADER } from '#src/contract/routes.ts';
import type { WireResponse } from '#src/server/backend.ts';

/** The JSON of an answer. */
export function jsonOf(response: WireResponse): unknown {
  return JSON.parse(new TextDecoder().decode(response.body ?? new Uint8Array()));
}

/** The problem that an answer is, with the headers that every answer carries. */
export function problemOf(response: WireResponse): Problem {
  const type = response.headers['content-type'];
  if (type !== 'application/problem+json') throw new Error(`No problem but ${type}`);
  return jsonOf(response) as Problem;
}

/** Headers of every answer: the mark by which a client knows the backend, and never a cache. */
export const EVERY_ANSWER = { [MARKER_HEADER]: '1', 'cache-control': 'no-store' };
