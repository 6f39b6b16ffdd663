import type { Instant } from './clock.ts';
import type { AuditEntryId, OrganizationId, SiteId } from './ids.ts';
import type { Persona } from './permission.ts';

/** One change, written in the same transaction as the change itself. */
export type AuditEntry = {
  readonly id: AuditEntryId;
  readonly at: Instant;
  readonly actor: Persona | 'simulator';
  readonly action: AuditAction;
  readonly organizationId: OrganizationId | null;
  readonly siteId: SiteId | null;
  /** The id of the record that changed. */
  readonly subjectId: string;
  /** What a reader needs to understand the change; never secrets, always plain data. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** The record, or the part of it that changed, before and after; null where it did not exist. */
  readonly before: Snapshot | null;
  readonly after: Snapshot | null;
};

/** Plain data of a record, for a reader: no secrets, no nesting. */
export type Snapshot = Readonly<Record<string, string | number | boolean | null>>;

export type AuditAction =
  | 'workspace.reset'
  | 'workspace.replaced'
  | 'clock.changed'
  | 'persona.changed'
  | 'strict-mode.changed'
  | 'import.written'
  | 'portal-customer.created'
  | 'portal-customer.name-changed'
  | 'portal-customer.password-changed'
  | 'portal-customer.deleted'
  | 'bulk.started'
  | 'bulk.stopped'
  | 'bulk.resumed'
  | 'bulk.finished'
  | 'portal-customer.access-revoked'
  | 'portal-customer.access-granted'
  | 'portal-customer.migration-started'
  | 'portal-customer.migrated'
  | 'portal-customer.migration-failed'
  | 'account.created'
  | 'account.invited'
  | 'account.suspended'
  | 'account.restored'
  | 'account.removed'
  | 'account.site-access-changed'
  | 'account.role-changed'
  | 'account.converted'
  | 'group.created'
  | 'group.member-added'
  | 'group.member-removed'
  | 'group.default-changed'
  | 'customer-access.changed'
  | 'group.approved'
  | 'group.denied'
  | 'copy-plan.created'
  | 'copy-plan.changed'
  | 'copy-plan.deleted'
  | 'copy-plan.started'
  | 'copy-plan.finished'
  | 'copy-plan.stopped'
  | 'customer-organization.renamed'
  | 'customer-organization.removed'
  | 'project.customer-added'
  | 'server.assessed'
  | 'server.fixes-chosen'
  | 'server.directory-changed'
  | 'server-migration.archived'
  | 'server-migration.restored'
  | 'server-migration.checked'
  | 'server-migration.check-excluded'
  | 'server-migration.check-included'
  | 'job.failed'
  | 'copy-plan.customer-copied'
  | 'copy-plan.project-copied';
