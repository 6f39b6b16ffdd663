/* The API as one OpenAPI 3.1 document, generated from the contract. */
import { z } from 'zod';
import { api } from '#src/contract/api.ts';
import type { Endpoint } from '#src/contract/endpoint.ts';
import { problems, type ProblemCode } from '#src/contract/problem.ts';
import { BASE_PATH, routeOf, type RouteName } from '#src/contract/routes.ts';

/** Builds the document anew; it is asked for rarely. */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(api) as RouteName[]) {
    const { method, path } = routeOf(name);
    const templated = `${BASE_PATH}${path.replace(/:(\w+)/g, '{$1}')}`;
    paths[templated] = { ...paths[templated], [method.toLowerCase()]: operation(name, api[name]) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Drydock', version: '1', description: 'A simulated backend in the browser.' },
    paths,
  };
}

function operation(name: RouteName, endpoint: Endpoint) {
  const status = endpoint.status ?? 200;
  return {
    operationId: name,
    summary: endpoint.summary,
    parameters: [...parameters('path', endpoint.params), ...parameters('query', endpoint.query)],
    ...(endpoint.body ? { requestBody: { content: json(endpoint.body, 'input') } } : {}),
    ...(endpoint.takesBytes
      ? { requestBody: { content: { 'application/octet-stream': {} } } }
      : {}),
    responses: { [status]: success(endpoint), ...refusals(endpoint.problems) },
  };
}

function parameters(where: 'path' | 'query', schema: z.ZodObject | undefined) {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: where,
    required: where === 'path',
    schema: schemaOf(field as z.ZodType, 'input'),
  }));
}

function success(endpoint: Endpoint) {
  if (endpoint.file) return { description: 'A file', content: { [endpoint.file]: {} } };
  if (!endpoint.response) return { description: 'Done' };
  return { description: endpoint.summary, content: json(endpoint.response, 'output') };
}

function refusals(codes: readonly ProblemCode[]) {
  const byStatus: Record<string, { description: string; content: Record<string, unknown> }> = {};
  for (const code of codes) {
    const { status, title } = problems[code];
    const known = byStatus[status]?.description;
    const line = `\`${code}\`: ${title}`;
    byStatus[status] = {
      description: known ? `${known}\n\n${line}` : line,
      content: { 'application/problem+json': {} },
    };
  }
  return byStatus;
}

function json(schema: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}
