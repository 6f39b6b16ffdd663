import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './schemas.ts';

const params = z.object({ importId: z.string() });
const fileParams = z.object({ importId: z.string(), number: z.coerce.number<number>().int() });

const field = z.enum([
  'account-id',
  'name',
  'email',
  'active',
  'status',
  'created',
  'last-seen',
  'group',
  'product-role',
  'user-name',
  'user-key',
  'first-name',
  'last-name',
  'directory',
  'account-type',
  'ignore',
]);

/** On a server the rows describe its users. */
const kind = z.enum(['portal-only', 'atlassian', 'server-user']);

const outcome = z.enum(['new', 'updated', 'unchanged', 'refused']);
const counts = z.object({
  new: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
});

const file = z.object({
  number: z.number(),
  name: z.string(),
  sizeBytes: z.number(),
  encoding: z.string(),
  delimiter: z.string(),
  /** null: its headings were not recognised and the columns wait to be mapped. */
  format: z
    .enum([
      'portal-customers',
      'users',
      'users-by-group-2021',
      'users-by-group-older',
      'server-assessment',
      'server-user-list',
      'server-user-dump',
      'mapped',
    ])
    .nullable(),
  kind: kind.nullable(),
  /** The letters of the columns where the file has no heading line. */
  headings: z.array(z.string()),
  firstLineIsHeading: z.boolean(),
  sample: z.array(z.array(z.string())),
  mapping: z.array(field),
  fault: z
    .enum(['empty', 'not-text', 'no-rows', 'no-heading', 'no-people', 'of-a-site'])
    .nullable(),
  counts,
  warnings: z.number(),
});

/** Something that is true of the whole import; `names` may be cut short, the count stands in `facts`. */
const note = z.object({
  code: z.enum([
    'fixes-ignored',
    'columns-ignored',
    'directories-new',
    'directory-assumed',
    'directory-recognised',
    'type-assumed',
    'channel-assumed',
    'user-key-assumed',
  ]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  names: z.array(z.string()),
});

const session = z.object({
  id: z.string(),
  /** What the files are loaded into; its id and name stand in `siteId` and `siteName` either way. */
  place: z.enum(['site', 'server']),
  siteId: z.string(),
  siteName: z.string(),
  state: z.enum(['open', 'written']),
  createdAt: instant,
  version: z.number(),
  files: z.array(file),
  counts,
  warnings: z.number(),
  notes: z.array(note),
});

/** Everything that can be said about a row; the words live with the screen that shows them. */
const findingCode = z.enum([
  'email-missing',
  'email-without-at',
  'email-too-long',
  'email-invalid',
  'too-few-cells',
  'too-many-cells',
  'quote-never-closed',
  'quote-misplaced',
  'repeated-in-file',
  'repeated-in-other-file',
  'already-migrated',
  'being-migrated',
  'account-id-taken',
  'unknown-status',
  'unknown-role',
  'unreadable-date',
  'surrounding-space',
  'unreadable-character',
  'near-match',
  'name-missing',
  'other-account-id',
  'user-name-missing',
  'user-key-taken',
  'user-repeated-in-file',
  'unknown-account-type',
  'file-disagrees',
]);

const finding = z.object({
  severity: z.enum(['problem', 'warning']),
  code: findingCode,
  column: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Loading one's own exports into a site or a server: looked at first, written in one transaction. */
export const importEndpoints = {
  'imports.create': endpoint({
    summary: 'Begin to load files into a site',
    params: z.object({ siteId: z.string() }),
    response: session,
    status: 201,
    problems: ['not-found'],
  }),
  'imports.create-for-server': endpoint({
    summary: 'Begin to load files into a server',
    params: z.object({ serverId: z.string() }),
    response: session,
    status: 201,
    problems: ['not-found', 'forbidden'],
  }),
  'imports.get': endpoint({
    summary: 'The files of an import and what writing them would do',
    params,
    response: session,
    problems: ['not-found', 'forbidden'],
  }),
  'imports.discard': endpoint({
    summary: 'Forget an import that was not written',
    params,
    status: 204,
    problems: ['not-found', 'forbidden', 'import.not-open', 'import.cancelled'],
  }),
  'imports.add-file': endpoint({
    summary: 'Add a file as it stands on disk',
    params,
    query: z.object({ name: z.string().max(300) }),
    takesBytes: true,
    response: session,
    status: 201,
    problems: ['not-found', 'forbidden', 'import.not-open', 'import.cancelled'],
  }),
  'imports.remove-file': endpoint({
    summary: 'Take a file out again',
    params: fileParams,
    response: session,
    problems: ['not-found', 'forbidden', 'import.not-open', 'import.cancelled'],
  }),
  'imports.map-file': endpoint({
    summary: 'Say what the columns of an unrecognised file mean',
    params: fileParams,
    body: z.object({
      kind,
      fields: z.array(field),
      /** False when the first line is a person already. */
      firstLineIsHeading: z.boolean().default(true),
    }),
    response: session,
    problems: [
      'not-found',
      'forbidden',
      'import.not-open',
      'import.mapping-incomplete',
      'import.cancelled',
    ],
  }),
  'imports.rows': endpoint({
    summary: 'Rows with their outcome and findings',
    params,
    query: z.object({
      outcome: outcome.optional(),
      withFindings: z.stringbool().default(false),
      offset: z.coerce.number<number>().int().min(0).default(0),
      limit: z.coerce.number<number>().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(
        z.object({
          fileNumber: z.number(),
          fileName: z.string(),
          line: z.number(),
          cells: z.array(z.string()),
          outcome,
          findings: z.array(finding),
        }),
      ),
      total: z.number(),
    }),
    problems: ['not-found', 'forbidden'],
  }),
  'imports.refused-file': endpoint({
    summary: 'Refused rows as a file to correct and drop again',
    params,
    query: z.object({ file: z.coerce.number<number>().int() }),
    file: 'text/csv',
    problems: ['not-found', 'forbidden'],
  }),
  'imports.write': endpoint({
    summary: 'Write every row that is not refused, in one transaction',
    params,
    response: session,
    problems: [
      'not-found',
      'forbidden',
      'import.not-open',
      'import.nothing-to-write',
      'import.preview-changed',
      'import.cancelled',
      'version-conflict',
    ],
  }),
  'imports.progress': endpoint({
    summary: 'How far reading, checking or writing is; answered while it runs',
    params,
    response: z.object({
      /** Bytes while files are read or checked, rows while they are written. */
      done: z.number(),
      /** 0: not known yet. */
      total: z.number(),
      writing: z.boolean(),
      /** Absent when nothing is under way. */
      running: z
        .object({
          phase: z.enum(['waiting', 'reading', 'checking', 'writing']),
          /** Rows of the present file that are dealt with. */
          rows: z.number().nullable(),
          /** When the phase began, and now, in wall milliseconds. */
          since: instant,
          now: instant,
        })
        .optional(),
    }),
    problems: [],
  }),
  'imports.cancel': endpoint({
    summary: 'Call off what is under way with the files of an import; nothing of it remains',
    params,
    /** False: nothing was under way. */
    response: z.object({ cancelled: z.boolean() }),
    problems: [],
  }),
};
