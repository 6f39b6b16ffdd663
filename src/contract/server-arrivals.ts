import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listQuery, page } from './schemas.ts';

const params = z.object({ planId: z.string() });

/** Whom a server takes somebody for. */
const row = z.enum(['licensed', 'customer', 'former']);
const accountKind = z.enum(['portal-only', 'atlassian']);

const code = z.enum([
  'created',
  'linked',
  'linked-to-atlassian',
  'two-accounts',
  'converted-since',
  'gone-since',
  'merged',
  'former',
  'excluded',
  'blocked',
  'failed',
  'waiting',
]);

/** What became of somebody: exactly one of these. */
const explanation = z.discriminatedUnion('code', [
  z.object({ code: z.literal('created'), inAdvance: z.boolean() }),
  z.object({ code: z.literal('linked') }),
  z.object({ code: z.literal('linked-to-atlassian') }),
  z.object({ code: z.literal('two-accounts'), attachedTo: accountKind }),
  z.object({ code: z.literal('converted-since'), from: accountKind }),
  z.object({ code: z.literal('gone-since') }),
  /** `into` is a user name. */
  z.object({ code: z.literal('merged'), into: z.string() }),
  z.object({
    code: z.literal('former'),
    why: z.enum(['deleted', 'inactive-directory', 'fix']),
    /** Whether migrated data names the person; otherwise nothing appears anywhere. */
    referenced: z.boolean(),
  }),
  z.object({
    code: z.literal('excluded'),
    why: z.enum(['no-customers', 'never-raised-a-request', 'not-related']),
  }),
  z.object({ code: z.literal('blocked'), problem: z.enum(['invalid', 'duplicated']) }),
  z.object({ code: z.literal('failed'), reason: z.string() }),
  z.object({ code: z.literal('waiting') }),
]);

const person = z.object({
  userKey: z.string(),
  userName: z.string(),
  name: z.string(),
  email: z.string(),
  row,
  /** Whether the migration takes the person. */
  taken: z.boolean(),
  explanation,
  /** The migration that did it; null where none did anything. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** What the site holds where the person arrived, or where the account is that they were merged into. */
  destination: z
    .object({
      email: z.string(),
      portalCustomerId: z.string().nullable(),
      accountId: z.string().nullable(),
    })
    .nullable(),
  /** Requests of the server that name the person, and how many of them are on the site. */
  requests: z.number(),
  requestsArrived: z.number(),
});

const named = z.object({ id: z.string(), name: z.string() });

/** *Did everybody arrive?*: a server's people matched to what a migration made of them. */
export const serverArrivalEndpoints = {
  'server-arrivals.get': endpoint({
    summary: 'The counts of customers on both sides, and every step from one to the other',
    params,
    response: z.object({
      plan: named.extend({ state: z.enum(['running', 'finished', 'stopped', 'incomplete']) }),
      server: named,
      destination: named.extend({ organizationId: z.string() }),
      /** Everybody on the server, former customers among them. */
      people: z.number(),
      /** Customers that the migration takes, as the server counts them. */
      onServer: z.number(),
      /** Portal-only accounts of the site. */
      onDestination: z.number(),
      /** Of them, those that nobody from this server has. */
      elsewhere: z.number(),
      /** How many customers the site's own list shows, and how many of them are accounts by now. */
      listed: z.number(),
      migrated: z.number(),
      /** Each count is the sum of its parts, `elsewhere` included. */
      parts: z.array(
        z.object({
          row,
          /** Whether the migration takes them; others who are there came by another one. */
          taken: z.boolean(),
          code,
          people: z.number(),
          onServer: z.number(),
          onDestination: z.number(),
        }),
      ),
    }),
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'server-arrivals.people': endpoint({
    summary: 'The people of the server with what became of each',
    params,
    query: z.object({ ...listQuery, explanation: code.optional(), row: row.optional() }),
    response: page(person),
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
  'server-arrivals.file': endpoint({
    summary: 'The same people as a CSV file',
    params,
    query: z.object({ raw: z.stringbool().default(false) }),
    file: 'text/csv',
    problems: ['not-found', 'forbidden', 'copy-plan.no-report-yet'],
  }),
};
