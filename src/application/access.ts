/* Who may do what, asked by every use case before anything else. */
import type { AuditEntry } from '../domain/audit.ts';
import type { DomainError } from '../domain/errors.ts';
import type { OrganizationId, SiteId } from '../domain/ids.ts';
import type { Organization, Site } from '../domain/organization.ts';
import { may, WHO_MAY, type Action, type Persona } from '../domain/permission.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Context, Tx } from './ports.ts';

/** A site with the organization that decides who may do what on it. */
export type Place = { readonly site: Site; readonly organization: Organization };

/** Finds an organization or refuses with `not-found`. */
export function organizationOf(tx: Tx, organizationId: string): Result<Organization, DomainError> {
  const organization = tx.organizations.get({ id: organizationId as OrganizationId });
  return organization ? ok(organization) : notFound('organization', organizationId);
}

/** Finds a site with its organization or refuses with `not-found`. */
export function placeOf(tx: Tx, siteId: string): Result<Place, DomainError> {
  const site = tx.sites.get({ id: siteId as SiteId });
  if (!site) return notFound('site', siteId);
  const organization = organizationOf(tx, site.organizationId);
  return organization.ok ? ok({ site, organization: organization.value }) : organization;
}

/** Finds a site and makes sure that the actor may do this there. */
export function authorisedPlace(
  tx: Tx,
  context: Context,
  action: Action,
  siteId: string,
): Result<Place, DomainError> {
  const place = placeOf(tx, siteId);
  if (!place.ok) return place;
  const allowed = authorise(context, action, place.value.organization);
  return allowed.ok ? place : allowed;
}

/** Refuses with `forbidden`, naming who may, unless the actor may do this in the organization. */
export function authorise(
  context: Context,
  action: Action,
  organization: Organization,
): Result<true, DomainError> {
  const { experience } = organization;
  if (may(context.actor, action, experience)) return ok(true);
  return err({
    code: 'forbidden',
    action,
    persona: context.actor,
    experience,
    allowed: WHO_MAY[action][experience],
  });
}

/** Whether the actor may do this, and who may: records carry it so that a screen can explain itself. */
export type Permission = { readonly allowed: boolean; readonly by: readonly Persona[] };

/** The permission that a record carries for the actor. */
export function permission(
  context: Context,
  action: Action,
  organization: Organization,
): Permission {
  const by = WHO_MAY[action][organization.experience];
  return { allowed: by.includes(context.actor), by };
}

/** A refusal because a record does not exist. */
export function notFound(what: string, id: string): { ok: false; error: DomainError } {
  return err({ code: 'not-found', what, id });
}

type VersionConflict = Extract<DomainError, { readonly code: 'version-conflict' }>;

/**
 * Refuses a write that was made for another version of the record, with who changed it last by the
 * log; without a version it is accepted. `subjectId` is the record's id in the log.
 */
export function checkVersion(
  tx: Tx,
  record: { readonly version: number },
  subjectId: string,
  expected: number | null,
): Result<true, VersionConflict> {
  if (expected === null || expected === record.version) return ok(true);
  const last = tx.auditEntries
    .where({ subjectId })
    .reduce<AuditEntry | null>(
      (latest, entry) => (latest && latest.at > entry.at ? latest : entry),
      null,
    );
  return err({
    code: 'version-conflict',
    expected,
    current: record.version,
    by: last?.actor ?? null,
    at: last?.at ?? null,
  });
}
