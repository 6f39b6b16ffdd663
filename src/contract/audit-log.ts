import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, listQuery, page, persona } from './schemas.ts';

const params = z.object({ organizationId: z.string() });
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const snapshot = z.record(z.string(), scalar).nullable();

const query = {
  siteId: z.string().optional(),
  action: z.string().max(60).optional(),
  actor: z.union([persona, z.literal('simulator')]).optional(),
  /** The id of one record: its history. */
  subjectId: z.string().max(200).optional(),
  from: z.coerce.number<number>().optional(),
  to: z.coerce.number<number>().optional(),
};

/** Every change of an organization, the newest first. */
export const auditLogEndpoints = {
  'audit-log.list': endpoint({
    summary: 'Changes of an organization, with what was before and after',
    params,
    query: z.object({ ...listQuery, ...query }),
    response: page(
      z.object({
        id: z.string(),
        at: instant,
        actor: z.union([persona, z.literal('simulator')]),
        action: z.string(),
        site: z.object({ id: z.string(), name: z.string() }).nullable(),
        subjectId: z.string(),
        facts: z.record(z.string(), scalar),
        before: snapshot,
        after: snapshot,
      }),
    ),
    problems: ['not-found', 'forbidden'],
  }),
  'audit-log.export-file': endpoint({
    summary: 'The audit log as CSV, with the same filters',
    params,
    query: z.object({ search: listQuery.search, ...query }),
    file: 'text/csv; charset=utf-8',
    problems: ['not-found', 'forbidden'],
  }),
};
