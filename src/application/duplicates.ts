/* Addresses with both account types on a site, what that does, and how it ends (domain.md 4.3). */
import {
  countHiddenRequests,
  cureOf,
  symptomsOf,
  type CureStep,
  type DuplicateSymptom,
} from '../domain/duplicate.ts';
import type { DomainError } from '../domain/errors.ts';
import { ok, type Result } from '../domain/result.ts';
import { authorisedPlace, permission, type Permission } from './access.ts';
import type { Context, DuplicateRow, ListQuery, Page, Tx } from './ports.ts';

/** A duplicate with its symptoms, the steps of its cure, and which of them the actor may take. */
export type DuplicateView = DuplicateRow & {
  readonly requestsHidden: number;
  readonly symptoms: readonly DuplicateSymptom[];
  readonly cure: readonly CureStep[];
  readonly actions: {
    readonly grantAccess: Permission;
    readonly migrate: Permission;
    readonly restoreAccess: Permission;
  };
};

/** Duplicates of a site, by the customer's name. */
export function listDuplicates(
  tx: Tx,
  query: ListQuery & { readonly siteId: string },
  context: Context,
): Result<Page<DuplicateView>, DomainError> {
  const place = authorisedPlace(tx, context, 'portal-customers.view', query.siteId);
  if (!place.ok) return place;
  const { site, organization } = place.value;
  const actions = {
    grantAccess: permission(context, 'portal-customers.change-access', organization),
    migrate: permission(context, 'portal-customers.migrate', organization),
    restoreAccess: permission(context, 'directory.suspend', organization),
  };
  const { items, total } = tx.lists.duplicates({ ...query, siteId: site.id });
  return ok({ items: items.map((row) => ({ ...examined(tx, row), actions })), total });
}

function examined(tx: Tx, row: DuplicateRow): Omit<DuplicateView, 'actions'> {
  const { customer, account, state, role } = row;
  const pair = { customer, account: { id: account.id, state, role } };
  const requestsHidden = countHiddenRequests(
    pair,
    tx.queries.attachedRequests(customer.siteId, customer.id),
  );
  return {
    ...row,
    requestsHidden,
    symptoms: symptomsOf(pair, requestsHidden),
    cure: cureOf(pair),
  };
}
