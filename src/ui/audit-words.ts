/* The audit log in words. A change without words does not compile. */
import type { AuditEntry } from '#src/contract/wire.ts';
import { formatInstant } from './instant.tsx';
import { isPersona, personaName } from './persona-name.ts';

const ACTIONS = {
  'workspace.reset': 'Scenario opened',
  'workspace.replaced': 'Workspace file opened',
  'clock.changed': 'Simulated time changed',
  'persona.changed': 'Persona changed',
  'strict-mode.changed': 'Strict mode changed',
  'import.written': 'Exports loaded',
  'portal-customer.created': 'Portal-only account created',
  'portal-customer.name-changed': 'Full name changed',
  'portal-customer.password-changed': 'Password changed',
  'portal-customer.deleted': 'Portal-only account deleted',
  'bulk.started': 'Bulk step started',
  'bulk.stopped': 'Bulk step stopped',
  'bulk.resumed': 'Bulk step resumed',
  'bulk.finished': 'Bulk step finished',
  'portal-customer.access-revoked': 'Access revoked',
  'portal-customer.access-granted': 'Access granted',
  'portal-customer.migration-started': 'Migration started',
  'portal-customer.migrated': 'Migrated to Atlassian account',
  'portal-customer.migration-failed': 'Migration failed',
  'account.created': 'Atlassian account created',
  'account.invited': 'Invited to a product',
  'account.suspended': 'Access suspended',
  'account.restored': 'Access restored',
  'account.removed': 'User removed',
  'account.site-access-changed': 'Site access changed',
  'account.role-changed': 'Product role changed',
  'account.converted': 'Converted to portal-only account',
  'group.created': 'Group created',
  'group.member-added': 'Group member added',
  'group.member-removed': 'Group member removed',
  'group.default-changed': 'Default group setting changed',
  'customer-access.changed': 'Customer access changed',
  'group.approved': 'Imported group approved',
  'group.denied': 'Imported group denied',
  'copy-plan.created': 'Copy plan created',
  'copy-plan.changed': 'Copy plan changed',
  'copy-plan.deleted': 'Copy plan deleted',
  'copy-plan.started': 'Copy plan started',
  'copy-plan.finished': 'Copy plan finished',
  'copy-plan.stopped': 'Copy plan stopped',
  'customer-organization.renamed': 'Customer organization renamed',
  'customer-organization.removed': 'Customer organization removed',
  'project.customer-added': 'Customer added to a service project',
  'server.assessed': 'Users of a server assessed',
  'server.fixes-chosen': 'Fixes of a server chosen',
  'server.directory-changed': 'User directory of a server changed',
  'server-migration.archived': 'Migration archived',
  'server-migration.restored': 'Migration restored from the archive',
  'server-migration.checked': 'Migration checks run',
  'server-migration.check-excluded': 'Migration check excluded',
  'server-migration.check-included': 'Migration check included again',
  'job.failed': 'Job failed',
  'copy-plan.customer-copied': 'Customer copied',
  'copy-plan.project-copied': 'Service project copied',
} as const satisfies Record<AuditEntry['action'], string>;

/** What the same steps are called in a migration from a server. */
const OF_MIGRATION: Readonly<Partial<Record<AuditEntry['action'], string>>> = {
  'copy-plan.created': 'Migration created',
  'copy-plan.changed': 'Migration changed',
  'copy-plan.deleted': 'Migration deleted',
  'copy-plan.started': 'Migration from a server started',
  'copy-plan.finished': 'Migration from a server finished',
  'copy-plan.stopped': 'Migration from a server stopped',
  'copy-plan.customer-copied': 'Person migrated from a server',
  'copy-plan.project-copied': 'Service project migrated',
};

/** Every change that can be in the log, by its words. */
export const auditActions = (Object.keys(ACTIONS) as AuditEntry['action'][]).toSorted((a, b) =>
  ACTIONS[a] < ACTIONS[b] ? -1 : 1,
);

/** "Access revoked"; for a filter: steps of copying and of migrating are one kind of change there. */
export function auditActionLabel(action: AuditEntry['action']): string {
  const ofMigration = OF_MIGRATION[action];
  return ofMigration === undefined ? ACTIONS[action] : `${ACTIONS[action]} / ${ofMigration}`;
}

/** "Access revoked", "Copy plan started", "Migration from a server started" */
export function auditChangeLabel({ action, facts }: Pick<AuditEntry, 'action' | 'facts'>): string {
  return (facts['flow'] === undefined ? undefined : OF_MIGRATION[action]) ?? ACTIONS[action];
}

/** "Organization admin", or the simulator where no persona acted. */
export function actorLabel(actor: AuditEntry['actor']): string {
  const name = isPersona(actor) ? personaName(actor) : actor;
  return capitalised(name);
}

/** The facts that name what a change is about, the most telling first. */
const NAMES = ['email', 'name', 'group', 'scenario', 'persona'] as const;

/** What the change is about, in the shortest telling form; null where only an id is known. */
export function auditSubject({ facts, before, after }: AuditEntry): string | null {
  for (const name of NAMES) {
    const value = facts[name] ?? after?.[name] ?? before?.[name];
    if (typeof value === 'string' && value !== '') {
      return isPersona(value) ? capitalised(personaName(value)) : value;
    }
  }
  const { simulatedAt, strict } = facts;
  if (typeof simulatedAt === 'number') return formatInstant(simulatedAt, 'date-time');
  if (typeof strict === 'boolean') return strict ? 'On' : 'Off';
  return null;
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
