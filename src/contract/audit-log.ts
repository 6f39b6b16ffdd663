import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, listQuery, page, persona } from './schemas.ts';

const params = z.object({ organizationId: z.string() });
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const snapshot = z.record(z.string(), scalar).nullable();

/** What can have changed; the handler's types keep it equal to the domain's actions. */
const action = z.enum([
  'workspace.reset',
  'workspace.replaced',
  'clock.changed',
  'persona.changed',
  'strict-mode.changed',
  'import.written',
  'portal-customer.created',
  'portal-customer.name-changed',
  'portal-customer.password-changed',
  'portal-customer.deleted',
  'bulk.started',
  'bulk.stopped',
  'bulk.resumed',
  'bulk.finished',
  'portal-customer.access-revoked',
  'portal-customer.access-granted',
  'portal-customer.migration-started',
  'portal-customer.migrated',
  'portal-customer.migration-failed',
  'account.created',
  'account.invited',
  'account.suspended',
  'account.restored',
  'account.removed',
  'account.site-access-changed',
  'account.role-changed',
  'account.converted',
  'group.created',
  'group.member-added',
  'group.member-removed',
  'group.default-changed',
  'customer-access.changed',
  'group.approved',
  'group.denied',
  'copy-plan.created',
  'copy-plan.changed',
  'copy-plan.deleted',
  'copy-plan.started',
  'copy-plan.finished',
  'copy-plan.stopped',
  'customer-organization.renamed',
  'customer-organization.removed',
  'project.customer-added',
  'server.assessed',
  'server.fixes-chosen',
  'server.directory-changed',
  'server-migration.archived',
  'server-migration.restored',
  'server-migration.checked',
  'server-migration.check-excluded',
  'server-migration.check-included',
  'job.failed',
  'copy-plan.customer-copied',
  'copy-plan.project-copied',
]);

const query = {
  siteId: z.string().optional(),
  action: action.optional(),
  actor: z.union([persona, z.literal('simulator')]).optional(),
  /** The id of one record: its history. */
  subjectId: z.string().max(200).optional(),
  /** At this instant or later, and before that one: simulated milliseconds. */
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
        action,
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
