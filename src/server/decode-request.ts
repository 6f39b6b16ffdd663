/* A request's parts through the endpoint's schemas: nothing undecoded goes further. */
import type { z } from 'zod';
import type { Endpoint } from '#src/contract/endpoint.ts';
import type { RouteName } from '#src/contract/routes.ts';
import { err, ok, type Result } from '#src/domain/result.ts';
import type { EdgeError } from './answers.ts';
import type { WireRequest } from './backend.ts';
import type { Input } from './handler.ts';

/** Decodes parameters, query, body and If-Match; refuses with what does not fit, and where. */
export function decodeRequest(
  endpoint: Endpoint,
  params: Readonly<Record<string, string>>,
  query: string,
  request: WireRequest,
): Result<Input<RouteName>, EdgeError> {
  const issues: string[] = [];
  const decode = (where: string, schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      issues.push(`${[where, ...issue.path].join('.')}: ${issue.message}`);
    }
    return undefined;
  };
  const input = {
    params: decode('path', endpoint.params, params),
    query: decode('query', endpoint.query, Object.fromEntries(new URLSearchParams(query))),
    body: decode('body', endpoint.body, endpoint.body && jsonOf(request.body)),
    bytes: request.body ?? new Uint8Array(),
    ifMatch: versionOf(request.headers['if-match'], issues),
  };
  if (issues.length > 0) return err({ code: 'request.invalid', issues });
  // Each part went through this endpoint's own schema; which endpoint it is, only the caller knows.
  return ok(input as Input<RouteName>);
}

function jsonOf(body: Uint8Array | null): unknown {
  if (!body) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function versionOf(header: string | undefined, issues: string[]): number | null {
  if (header === undefined) return null;
  const version = /^(?:"(\d+)"|(\d+))$/.exec(header);
  if (version) return Number(version[1] ?? version[2]);
  issues.push('if-match: a version number is expected');
  return null;
}
