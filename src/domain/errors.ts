import type { FixRefusal } from './assessment-file-reading.ts';
import type { AuditEntry } from './audit.ts';
import type { Instant } from './clock.ts';
import type { Experience } from './organization.ts';
import type { Persona } from './permission.ts';

/**
 * Everything that the domain and the use cases may refuse, with the facts that explain it. The
 * catalogue in `contract/problem.ts` gives each code a status.
 */
export type DomainError =
  | { readonly code: 'not-found'; readonly what: string; readonly id: string }
  | {
      readonly code: 'forbidden';
      readonly action: string;
      readonly persona: Persona;
      /** Null on a server, which belongs to no organization. */
      readonly experience: Experience | null;
      readonly allowed: readonly Persona[];
    }
  | {
      readonly code: 'version-conflict';
      readonly expected: number;
      readonly current: number;
      /** Who changed the record last, and when; null where the log does not tell. */
      readonly by: AuditEntry['actor'] | null;
      readonly at: Instant | null;
      /** What it is called now, where no screen could read that again. */
      readonly name?: string;
    }
  | { readonly code: 'portal-customer.wrong-state'; readonly state: string }
  | { readonly code: 'portal-customer.name-missing' }
  | { readonly code: 'portal-customer.password-weak'; readonly shortest: number }
  | { readonly code: 'strict-mode'; readonly feature: string }
  | { readonly code: 'bulk.selection-changed'; readonly expected: number; readonly current: number }
  | { readonly code: 'bulk.too-many'; readonly limit: number; readonly count: number }
  | { readonly code: 'bulk.nothing-selected' }
  | { readonly code: 'job.wrong-state'; readonly state: string }
  | { readonly code: 'account.wrong-state'; readonly state: string }
  | { readonly code: 'account.no-site-access'; readonly site: string }
  | { readonly code: 'account.role-through-groups'; readonly groups: readonly string[] }
  | { readonly code: 'account.invalid-email'; readonly email: string }
  | {
      readonly code: 'account.not-convertible';
      /** Why, as codes of `domain/account-conversion.ts`. */
      readonly reasons: readonly string[];
    }
  | { readonly code: 'licences.exhausted'; readonly limit: number; readonly used: number }
  | { readonly code: 'group.last-default'; readonly role: string }
  | { readonly code: 'group.no-role'; readonly name: string }
  | { readonly code: 'group.pending-review'; readonly name: string }
  | { readonly code: 'customer-access.invalid-domain'; readonly domain: string }
  | {
      readonly code: 'customer-access.refused';
      readonly email: string;
      /** Why, as a code of `domain/newcomer.ts`. */
      readonly reason: string;
    }
  | { readonly code: 'copy-plan.same-site' }
  | { readonly code: 'copy-plan.name-missing' }
  | { readonly code: 'copy-plan.projects-missing' }
  | { readonly code: 'copy-plan.not-editable'; readonly state: string }
  | { readonly code: 'copy-plan.already-running'; readonly name: string }
  | { readonly code: 'copy-plan.not-running'; readonly state: string }
  | { readonly code: 'copy-plan.forecast-changed' }
  | { readonly code: 'copy-plan.conflicts'; readonly names: readonly string[] }
  | { readonly code: 'copy-plan.no-report-yet' }
  | { readonly code: 'customer-organization.name-missing' }
  | { readonly code: 'customer-organization.name-taken'; readonly name: string }
  | { readonly code: 'group.not-imported'; readonly name: string }
  | {
      readonly code: 'group.already-approved' | 'group.access-not-requested';
      readonly name: string;
      readonly access: 'product' | 'admin';
    }
  | { readonly code: 'import.not-open'; readonly state: string }
  | { readonly code: 'import.nothing-to-write' }
  | { readonly code: 'import.preview-changed' }
  | { readonly code: 'import.cancelled' }
  | { readonly code: 'import.mapping-incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'report.unreadable'; readonly reason: string }
  | {
      readonly code: 'server-migration.customers-not-offered';
      readonly customers: string;
      readonly projects: number;
    }
  | { readonly code: 'server-migration.in-advance-takes-all-users' }
  | { readonly code: 'server-migration.checks-failed'; readonly names: readonly string[] }
  | { readonly code: 'server-migration.check-not-excludable'; readonly name: string }
  | { readonly code: 'assessment.not-begun'; readonly name: string }
  | { readonly code: 'assessment.migration-running'; readonly name: string }
  | { readonly code: 'assessment.file-missing'; readonly file: string }
  | { readonly code: 'assessment.file-unreadable'; readonly reason: string }
  | {
      readonly code: 'assessment.file-refused';
      readonly file: string;
      /** How many there are; `refusals` may be the first of them. */
      readonly count: number;
      readonly refusals: readonly FixRefusal[];
    }
  | {
      readonly code: 'server-migration.not-archivable' | 'server-migration.not-archived';
      readonly state: string;
    }
  | { readonly code: 'workspace.file-unreadable'; readonly reason: string }
  | { readonly code: 'workspace.file-too-new'; readonly schema: number; readonly supported: number }
  | { readonly code: 'workspace.unknown-scenario'; readonly name: string };
