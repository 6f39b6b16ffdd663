/* The requests of one customer, each with whether the person behind the address can open it. */
import type { DomainError } from '../domain/errors.ts';
import type { HolderId } from '../domain/ids.ts';
import type { ServiceProject } from '../domain/request.ts';
import { canOpenRequest } from '../domain/request-access.ts';
import { ok, type Result } from '../domain/result.ts';
import { viewerOf } from '../domain/viewer.ts';
import { authorisedPlace } from './access.ts';
import { holdingsOn } from './holders.ts';
import type { AttachedRequest, Page, Context, Tx } from './ports.ts';
import { customerOf } from './portal-customer-records.ts';

/** A request that a customer is attached to. */
export type CustomerRequest = {
  readonly request: AttachedRequest;
  readonly project: ServiceProject;
  /** The closest tie: who reported it may take part in it too. */
  readonly relation: 'reporter' | 'participant' | 'customer-organization';
  /** Whether the account that the person arrives with can open it (S0: a duplicate's cannot). */
  readonly canOpen: boolean;
};

/** Requests that a customer is attached to, the newest first. */
export function listCustomerRequests(
  tx: Tx,
  input: {
    readonly siteId: string;
    readonly customerId: string;
    readonly offset: number;
    readonly limit: number;
  },
  context: Context,
): Result<Page<CustomerRequest>, DomainError> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', input.siteId);
  if (!place.ok) return place;
  const found = customerOf(tx, input);
  if (!found.ok) return found;
  const { id, emailKey } = found.value;
  const { site } = place.value;
  const viewer = viewerOf(site.id, holdingsOn(tx, site, emailKey));
  const all = tx.queries
    .attachedRequests(site.id, id)
    .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
  const items = all.slice(input.offset, input.offset + input.limit).map((request) => ({
    request,
    project: projectOf(tx, request),
    relation: relationOf(request, id),
    canOpen: viewer !== undefined && canOpenRequest(viewer, request),
  }));
  return ok({ items, total: all.length });
}

function relationOf(request: AttachedRequest, holder: HolderId): CustomerRequest['relation'] {
  if (request.reporterId === holder) return 'reporter';
  return request.participantIds.includes(holder) ? 'participant' : 'customer-organization';
}

function projectOf(tx: Tx, { id, projectId }: AttachedRequest): ServiceProject {
  const project = tx.serviceProjects.get({ id: projectId });
  if (!project) throw new Error(`Request ${id} is of the unknown project ${projectId}`);
  return project;
}
