/* Copy plans: making them, changing them, looking at them. */
import type { CopyPlan, CustomerScope, PlanFlow, UserScope } from '../domain/copy-plan.ts';
import { mayHappen } from '../domain/copy-plan-steps.ts';
import type { DomainError } from '../domain/errors.ts';
import {
  isServerId,
  type CopyPlanId,
  type OrganizationId,
  type PlaceId,
  type ServiceProjectId,
  type SiteId,
} from '../domain/ids.ts';
import type { Organization, Site } from '../domain/organization.ts';
import { may } from '../domain/permission.ts';
import { refusedChoice } from '../domain/plan-choice.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { authorise, authorisedPlace, checkVersion, notFound, organizationOf } from './access.ts';
import { migrationFlow, recordChange } from './audit.ts';
import { authorisedServer } from './server-access.ts';
import { forecastPlan, type CopyForecast } from './copy-forecast.ts';
import type { Context, Tx } from './ports.ts';
import { getWorkspace } from './workspace.ts';

/** What an administrator decides about a plan. */
export type CopyPlanInput = {
  readonly name: string;
  readonly flow: PlanFlow;
  readonly sourcePlaceId: string;
  readonly destinationSiteId: string;
  readonly customers: CustomerScope;
  readonly users: UserScope;
  readonly preserveGroupMembership: boolean;
  readonly projectIds: readonly string[];
};

/** Sites that the actor administers, so that they can be source and destination (domain.md 6.2). */
export function copyOptions(
  tx: Tx,
  context: Context,
): readonly (Site & { readonly organization: Organization })[] {
  return tx.organizations
    .where({})
    .filter(({ experience }) => may(context.actor, 'copy-plans.manage', experience))
    .flatMap((organization) =>
      tx.sites
        .where({ organizationId: organization.id })
        .map((site) => ({ ...site, organization })),
    );
}

/** Copies from or to the sites of an organization, the newest first. Migrations are their server's. */
export function listCopyPlans(
  tx: Tx,
  organizationId: string,
  context: Context,
): Result<readonly CopyPlan[], DomainError> {
  const organization = organizationOf(tx, organizationId);
  if (!organization.ok) return organization;
  const allowed = authorise(context, 'copy-plans.manage', organization.value);
  if (!allowed.ok) return allowed;
  const own = new Set<string>(
    tx.sites.where({ organizationId: organizationId as OrganizationId }).map(({ id }) => id),
  );
  const plans = tx.copyPlans
    .where({})
    .filter(
      (plan) =>
        plan.flow === 'copy' && (own.has(plan.sourcePlaceId) || own.has(plan.destinationSiteId)),
    );
  return ok(plans.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1)));
}

/** A plan that the actor may manage: both of its ends are theirs. */
export function getCopyPlan(
  tx: Tx,
  planId: string,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = tx.copyPlans.get({ id: planId as CopyPlanId });
  if (!plan) return notFound('copy plan', planId);
  const allowed = authorisedEnds(tx, plan, context);
  return allowed.ok ? ok(plan) : allowed;
}

/** Create copy plan. */
export function createCopyPlan(
  tx: Tx,
  input: CopyPlanInput,
  context: Context,
): Result<CopyPlan, DomainError> {
  const checked = checkInput(tx, input, context);
  if (!checked.ok) return checked;
  const plan: CopyPlan = {
    id: context.ids.next('plan'),
    ...checked.value,
    state: 'saved',
    jobId: null,
    createdAt: context.now,
    startedAt: null,
    finishedAt: null,
    importedGroupId: null,
    archivedAt: null,
    version: 1,
  };
  tx.copyPlans.put(plan);
  recordPlan(tx, context, 'copy-plan.created', plan);
  return ok(plan);
}

/** Changes a plan that has not run. */
export function updateCopyPlan(
  tx: Tx,
  input: CopyPlanInput & { readonly planId: string; readonly expectedVersion: number | null },
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = editablePlan(tx, input.planId, input.expectedVersion, context);
  if (!plan.ok) return plan;
  if (!isOfSameKind(plan.value, input)) return notFound('copy plan', input.planId);
  const checked = checkInput(tx, input, context);
  if (!checked.ok) return checked;
  const changed = { ...plan.value, ...checked.value, version: plan.value.version + 1 };
  tx.copyPlans.put(changed);
  recordPlan(tx, context, 'copy-plan.changed', changed);
  return ok(changed);
}

/** Deletes a plan that has not run. */
export function deleteCopyPlan(
  tx: Tx,
  input: { readonly planId: string; readonly expectedVersion: number | null },
  context: Context,
): Result<true, DomainError> {
  const plan = editablePlan(tx, input.planId, input.expectedVersion, context);
  if (!plan.ok) return plan;
  tx.copyPlans.remove({ id: plan.value.id });
  tx.serverCheckResults.removeWhere({ planId: plan.value.id });
  recordPlan(tx, context, 'copy-plan.deleted', plan.value);
  return ok(true);
}

/** Forecast of a plan that has not run. */
export function getForecast(
  tx: Tx,
  planId: string,
  context: Context,
): Result<CopyForecast, DomainError> {
  const plan = editablePlan(tx, planId, null, context);
  if (!plan.ok) return plan;
  const compute = () => forecastPlan(tx, plan.value);
  const { forecasts } = context;
  if (!forecasts) return ok(compute());
  return ok(forecasts(plan.value.id, getWorkspace(tx).change, compute));
}

/** A plan that has not run, as the screen showed it. */
export function editablePlan(
  tx: Tx,
  planId: string,
  expectedVersion: number | null,
  context: Context,
): Result<CopyPlan, DomainError> {
  const plan = getCopyPlan(tx, planId, context);
  if (!plan.ok) return plan;
  // Before the run everything may happen to a plan, and nothing of it afterwards.
  if (!mayHappen(plan.value.state, 'change')) {
    return err({ code: 'copy-plan.not-editable', state: plan.value.state });
  }
  const fresh = checkVersion(tx, plan.value, plan.value.id, expectedVersion);
  return fresh.ok ? plan : fresh;
}

function checkInput(tx: Tx, input: CopyPlanInput, context: Context) {
  const name = input.name.trim();
  if (name === '') return err<DomainError>({ code: 'copy-plan.name-missing' });
  const isFromServer = input.flow !== 'copy';
  if (isFromServer !== isServerId(input.sourcePlaceId)) {
    return notFound(isFromServer ? 'server' : 'site', input.sourcePlaceId);
  }
  const source = authorisedSource(tx, input.sourcePlaceId, context);
  if (!source.ok) return source;
  const projectIds = [...new Set(input.projectIds)] as ServiceProjectId[];
  const refused = refusedChoice({ ...input, projects: projectIds.length });
  if (refused) return err(refused);
  const allowed = authorisedEnds(tx, input, context);
  if (!allowed.ok) return allowed;
  if (input.sourcePlaceId === input.destinationSiteId) {
    return err<DomainError>({ code: 'copy-plan.same-site' });
  }
  for (const id of projectIds) {
    if (tx.serviceProjects.get({ id })?.siteId !== input.sourcePlaceId) {
      return notFound('service project', id);
    }
  }
  return ok({
    name,
    flow: input.flow,
    sourcePlaceId: input.sourcePlaceId as PlaceId,
    destinationSiteId: input.destinationSiteId as SiteId,
    customers: input.customers,
    users: input.users,
    preserveGroupMembership: input.preserveGroupMembership,
    projectIds,
  });
}

/** A copy stays one, and a migration stays one of its server. */
function isOfSameKind(plan: CopyPlan, input: CopyPlanInput): boolean {
  return plan.flow === 'copy'
    ? input.flow === 'copy'
    : input.flow !== 'copy' && plan.sourcePlaceId === input.sourcePlaceId;
}

/** Whether the actor may run something from the one end to the other. */
function authorisedEnds(
  tx: Tx,
  ends: { readonly sourcePlaceId: string; readonly destinationSiteId: string },
  context: Context,
): Result<true, DomainError> {
  const source = authorisedSource(tx, ends.sourcePlaceId, context);
  if (!source.ok) return source;
  const place = authorisedPlace(tx, context, 'copy-plans.manage', ends.destinationSiteId);
  return place.ok ? ok(true) : place;
}

function authorisedSource(tx: Tx, id: string, context: Context): Result<true, DomainError> {
  const source = isServerId(id)
    ? authorisedServer(tx, context, id)
    : authorisedPlace(tx, context, 'copy-plans.manage', id);
  return source.ok ? ok(true) : source;
}

/** Writes the audit entry of a step of a plan. */
export function recordPlan(
  tx: Tx,
  context: Context,
  action: 'copy-plan.created' | 'copy-plan.changed' | 'copy-plan.deleted' | 'copy-plan.started',
  plan: CopyPlan,
): void {
  recordChange(tx, context, {
    action,
    siteId: plan.destinationSiteId,
    subjectId: plan.id,
    facts: {
      name: plan.name,
      ...migrationFlow(plan),
      source: plan.sourcePlaceId,
      customers: plan.customers,
      users: plan.users,
      preserveGroupMembership: plan.preserveGroupMembership,
      projects: plan.projectIds.length,
    },
  });
}
