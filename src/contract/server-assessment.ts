import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, listQuery, page } from './schemas.ts';

const params = z.object({ serverId: z.string() });

const file = z.enum(['invalid', 'duplicated', 'all']);
const fileParams = z.object({ serverId: z.string(), file });

/** How problems with addresses are fixed; `advanced` takes everything from the file of all users. */
const fixes = z.object({
  level: z.enum(['simple', 'advanced']),
  invalid: z.enum(['nothing', 'former-users', 'new-addresses', 'file']),
  duplicated: z.enum(['nothing', 'merge', 'new-addresses', 'file']),
});

/** Assessed people by what becomes of them when a migration runs. */
const totals = z.object({
  arrive: z.number(),
  licensed: z.number(),
  customers: z.number(),
  newAddresses: z.number(),
  merged: z.number(),
  former: z.number(),
  blocked: z.number(),
  /** Former customers before any fix: deleted, or of an inactive directory. */
  gone: z.number(),
});

const assessment = z.object({
  server: z.object({
    id: z.string(),
    name: z.string(),
    edition: z.enum(['server', 'data-center']),
  }),
  /** Name of a migration of this server that runs: until it ends nothing can be changed. */
  running: z.string().nullable(),
  /** Null before the first assessment. */
  found: z
    .object({
      assessedAt: instant,
      isStale: z.boolean(),
      people: z.number(),
      invalidUsers: z.number(),
      duplicatedUsers: z.number(),
      duplicatedAddresses: z.number(),
      fixes: fixes.extend({ version: z.number() }),
      files: z.array(z.object({ file, rows: z.number(), uploaded: z.number().nullable() })),
      totals,
    })
    .nullable(),
});

const outcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('arrives'),
    email: z.string(),
    row: z.enum(['licensed', 'customer']),
    /** User names of others whose content comes along: the first few, and how many. */
    mergedNames: z.array(z.string()),
    mergedCount: z.number(),
  }),
  /** `into` is a user name. */
  z.object({ kind: z.literal('merged'), into: z.string() }),
  z.object({
    kind: z.literal('former'),
    why: z.enum(['deleted', 'inactive-directory', 'fix']),
  }),
  z.object({ kind: z.literal('blocked'), problem: z.enum(['invalid', 'duplicated']) }),
]);

const person = z.object({
  userKey: z.string(),
  userName: z.string(),
  name: z.string(),
  email: z.string(),
  row: z.enum(['licensed', 'customer', 'former']),
  active: z.boolean(),
  problem: z.enum(['invalid', 'duplicated']).nullable(),
  /** What is wrong with an invalid address, as a code of the domain. */
  fault: z.string().nullable(),
  /** How many users have the address, this one among them. */
  sharing: z.number(),
  outcome,
});

/** *Assess and prepare your users*: problems with addresses, and their fixes. */
export const serverAssessmentEndpoints = {
  'server-assessment.get': endpoint({
    summary: 'What the assessment of a server’s users found, and what its fixes come to',
    params,
    response: assessment,
    problems: ['not-found', 'forbidden'],
  }),
  'server-assessment.begin': endpoint({
    summary: 'Assess the users of a server, or assess them again',
    params,
    response: assessment,
    problems: ['not-found', 'forbidden'],
  }),
  'server-assessment.people': endpoint({
    summary: 'The assessed people, with what the chosen fixes make of each',
    params,
    query: z.object({
      ...listQuery,
      problem: z.enum(['any', 'invalid', 'duplicated', 'everybody']).default('any'),
      outcome: z.enum(['arrives', 'merged', 'former', 'blocked']).optional(),
    }),
    response: page(person),
    problems: ['not-found', 'forbidden', 'assessment.not-begun'],
  }),
  'server-assessment.forecast': endpoint({
    summary: 'What other fixes would come to; nothing is chosen',
    params,
    query: fixes,
    response: totals,
    problems: ['not-found', 'forbidden', 'assessment.not-begun'],
  }),
  'server-assessment.choose': endpoint({
    summary: 'Choose what is done about invalid and duplicated addresses',
    params,
    body: fixes,
    response: assessment,
    problems: [
      'not-found',
      'forbidden',
      'version-conflict',
      'assessment.not-begun',
      'assessment.migration-running',
      'assessment.file-missing',
    ],
  }),
  'server-assessment.download': endpoint({
    summary: 'The users of an assessment as a CSV file, to edit and upload',
    params: fileParams,
    file: 'text/csv',
    problems: ['not-found', 'forbidden', 'assessment.not-begun'],
  }),
  'server-assessment.upload': endpoint({
    summary: 'Upload an edited file: it becomes the fix, or is refused whole, line by line',
    params: fileParams,
    takesBytes: true,
    response: z.object({ assessment, rows: z.number(), changed: z.number() }),
    problems: [
      'not-found',
      'forbidden',
      'version-conflict',
      'assessment.not-begun',
      'assessment.migration-running',
      'assessment.file-unreadable',
      'assessment.file-refused',
    ],
  }),
};
