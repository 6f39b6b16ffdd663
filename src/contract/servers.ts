import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { direction, listQuery, page } from './schemas.ts';

const params = z.object({ serverId: z.string() });

const edition = z.enum(['server', 'data-center']);

const entry = z.object({
  id: z.string(),
  name: z.string(),
  edition,
  serviceProjects: z.number(),
  /** Whether anybody is on it. */
  isLoaded: z.boolean(),
});

const directory = z.object({ id: z.string(), name: z.string(), active: z.boolean() });

const server = z.object({
  id: z.string(),
  name: z.string(),
  edition,
  counts: z.object({
    /** By user name: somebody in two directories counts once. */
    people: z.number(),
    licensed: z.number(),
    customers: z.number(),
    /** Deleted, or of inactive directories only. */
    former: z.number(),
    serviceProjects: z.number(),
    requests: z.number(),
  }),
  directories: z.array(
    directory.extend({
      people: z.number(),
      /** Who becomes former, or is former no more, when it is switched. */
      switching: z.object({ licensed: z.number(), customers: z.number() }),
    }),
  ),
});

const kind = z.enum(['licensed', 'customer']);
const state = z.enum(['active', 'inactive', 'deleted']);
const problem = z.enum(['invalid', 'duplicated']);

const person = z.object({
  id: z.string(),
  userKey: z.string(),
  userName: z.string(),
  name: z.string(),
  email: z.string(),
  kind,
  agent: z.boolean(),
  projectAdmin: z.boolean(),
  /** How the first request came in; null for whoever never raised one. */
  channel: z.enum(['portal', 'email']).nullable(),
  state,
  /** Why nothing but content is left; null for everybody else. */
  former: z.enum(['deleted', 'inactive-directory']).nullable(),
  directories: z.array(directory),
  problem: problem.nullable(),
});

/** Jira servers: who is on them, and in which directories. */
export const serverEndpoints = {
  'servers.list': endpoint({
    summary: 'The servers that the actor administers',
    response: z.object({ items: z.array(entry) }),
    problems: [],
  }),
  'servers.get': endpoint({
    summary: 'A server with its directories',
    params,
    response: server,
    problems: ['not-found', 'forbidden'],
  }),
  'servers.people': endpoint({
    summary: 'Who is on a server',
    params,
    query: z.object({
      ...listQuery,
      kind: kind.optional(),
      channel: z.enum(['portal', 'email', 'none']).optional(),
      directory: z.string().max(200).optional(),
      state: state.optional(),
      problem: problem.optional(),
      sort: z.enum(['name', 'userName', 'email']).default('name'),
      direction: direction.default('ascending'),
    }),
    response: page(person),
    problems: ['not-found', 'forbidden'],
  }),
  'servers.set-directory': endpoint({
    summary: 'Mark a user directory of a server active or inactive',
    params: params.extend({ directoryId: z.string() }),
    body: z.object({ active: z.boolean() }),
    response: server,
    problems: ['not-found', 'forbidden'],
  }),
};
