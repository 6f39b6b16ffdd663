import type { z } from 'zod';
import type { ProblemCode } from './problem.ts';

/** What an endpoint takes and gives, beside its method and path in `routes.ts`. */
export type Endpoint = {
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** A JSON body. */
  readonly body?: z.ZodType;
  /** The body is bytes, decoded by the use case. */
  readonly takesBytes?: true;
  /** The JSON answer; it whitelists what leaves. Absent where a file is answered. */
  readonly response?: z.ZodType;
  /** The answer is a file of this media type. */
  readonly file?: string;
  readonly status?: 200 | 201 | 202 | 204;
  /** Problems of its own, beside those that every endpoint may answer. */
  readonly problems: readonly ProblemCode[];
};

/** Declares an endpoint without widening its schemas. */
export function endpoint<const E extends Endpoint>(declared: E): E {
  return declared;
}
