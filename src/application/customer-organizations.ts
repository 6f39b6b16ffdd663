/*
 * Customer organizations of a site: renaming and removing them, which is how a conflict before a
 * copy is resolved on the source (domain.md 6.3).
 */
import type { CustomerOrganization } from '../domain/customer-organization.ts';
import type { DomainError } from '../domain/errors.ts';
import type { CustomerOrganizationId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorisedPlace, checkVersion, notFound } from './access.ts';
import { recordChange } from './audit.ts';
import type { Context, Tx } from './ports.ts';

type Target = {
  readonly siteId: string;
  readonly customerOrganizationId: string;
  readonly expectedVersion: number | null;
};

/** Gives a customer organization another name; no two on a site share one. The same name changes nothing. */
export function renameCustomerOrganization(
  tx: Tx,
  input: Target & { readonly name: string },
  context: Context,
): Result<CustomerOrganization, DomainError> {
  const found = organizationToChange(tx, input, context);
  if (!found.ok) return found;
  const before = found.value;
  const name = input.name.trim();
  if (name === '') return err({ code: 'customer-organization.name-missing' });
  if (name === before.name) return found;
  if (tx.customerOrganizations.first({ siteId: before.siteId, name })) {
    return err({ code: 'customer-organization.name-taken', name });
  }
  const organization = { ...before, name, version: before.version + 1 };
  tx.customerOrganizations.put(organization);
  recordChange(tx, context, {
    action: 'customer-organization.renamed',
    siteId: organization.siteId,
    subjectId: organization.id,
    facts: { name },
    before: { name: before.name },
    after: { name },
  });
  return ok(organization);
}

/** Removes a customer organization: its members and requests stay, the requests shared with nobody. */
export function removeCustomerOrganization(
  tx: Tx,
  input: Target,
  context: Context,
): Result<true, DomainError> {
  const found = organizationToChange(tx, input, context);
  if (!found.ok) return found;
  const { id: customerOrganizationId, siteId, name } = found.value;
  const own = { customerOrganizationId };
  const requests = tx.requests.where({ siteId, ...own });
  const members = tx.customerOrganizationMembers.count(own);
  const projects = tx.customerOrganizationProjects.count(own);
  for (const request of requests) tx.requests.put({ ...request, customerOrganizationId: null });
  tx.customerOrganizationMembers.removeWhere(own);
  tx.customerOrganizationProjects.removeWhere(own);
  tx.customerOrganizations.remove({ id: customerOrganizationId });
  recordChange(tx, context, {
    action: 'customer-organization.removed',
    siteId,
    subjectId: customerOrganizationId,
    facts: { name },
    before: { name, members, projects, requests: requests.length },
  });
  return ok(true);
}

function organizationToChange(
  tx: Tx,
  { siteId, customerOrganizationId, expectedVersion }: Target,
  context: Context,
): Result<CustomerOrganization, DomainError> {
  const place = authorisedPlace(tx, context, 'copy-plans.manage', siteId);
  if (!place.ok) return place;
  const id = customerOrganizationId as CustomerOrganizationId;
  const organization = tx.customerOrganizations.get({ id });
  if (organization?.siteId !== siteId) {
    return notFound('customer organization', customerOrganizationId);
  }
  const fresh = checkVersion(tx, organization, id, expectedVersion);
  if (fresh.ok) return ok(organization);
  return err({ ...fresh.error, name: organization.name });
}
