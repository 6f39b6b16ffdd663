/* The audit log of an organization: every change of it, of its sites, and of the whole workspace. */
import type { AuditEntry } from '../domain/audit.ts';
import type { DomainError } from '../domain/errors.ts';
import type { SiteId } from '../domain/ids.ts';
import type { Organization, Site } from '../domain/organization.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorise, notFound, organizationOf } from './access.ts';
import type { AuditQuery, Context, ListQuery, Page, Tx } from './ports.ts';

export type AuditFilter = {
  readonly organizationId: string;
  readonly search: string;
  readonly siteId?: string | undefined;
  readonly action?: AuditEntry['action'] | undefined;
  readonly actor?: AuditEntry['actor'] | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
};

/** A change with the site that it happened on; null where it is about more than one. */
export type AuditView = AuditEntry & { readonly site: Site | null };

/** A page of the changes, the newest first. */
export function listAuditEntries(
  tx: Tx,
  input: AuditFilter & ListQuery,
  context: Context,
): Result<Page<AuditView>, DomainError> {
  const place = checked(tx, input, context);
  if (!place.ok) return place;
  const { items, total } = tx.lists.auditEntries({
    ...questionOf(place.value, input),
    offset: input.offset,
    limit: input.limit,
  });
  return ok({ items: items.map((entry) => withSite(tx, entry)), total });
}

/** Every change that fits, in parts, for a file. */
export function exportAuditEntries(
  tx: Tx,
  input: AuditFilter,
  context: Context,
): Result<
  { readonly organization: Organization; readonly parts: Generator<AuditView[], void> },
  DomainError
> {
  const place = checked(tx, input, context);
  if (!place.ok) return place;
  return ok({ organization: place.value, parts: partsOf(tx, place.value, input) });
}

function* partsOf(
  tx: Tx,
  organization: Organization,
  input: AuditFilter,
): Generator<AuditView[], void> {
  for (const part of tx.lists.auditEntryParts(questionOf(organization, input))) {
    yield part.map((entry) => withSite(tx, entry));
  }
}

function checked(tx: Tx, input: AuditFilter, context: Context): Result<Organization, DomainError> {
  const organization = organizationOf(tx, input.organizationId);
  if (!organization.ok) return organization;
  const allowed = authorise(context, 'audit-log.view', organization.value);
  if (!allowed.ok) return allowed;
  if (input.siteId !== undefined) {
    const site = tx.sites.get({ id: input.siteId as SiteId });
    if (site?.organizationId !== organization.value.id) return notFound('site', input.siteId);
  }
  return organization;
}

function questionOf(
  organization: Organization,
  input: AuditFilter,
): Omit<AuditQuery, 'offset' | 'limit'> {
  return {
    organizationId: organization.id,
    search: input.search,
    siteId: (input.siteId ?? null) as SiteId | null,
    action: input.action ?? null,
    actor: input.actor ?? null,
    subjectId: input.subjectId ?? null,
    from: input.from ?? null,
    to: input.to ?? null,
  };
}

function withSite(tx: Tx, entry: AuditEntry): AuditView {
  const site = entry.siteId === null ? undefined : tx.sites.get({ id: entry.siteId });
  return { ...entry, site: site ?? null };
}
