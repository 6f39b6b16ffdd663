import {
  copyOptions,
  createCopyPlan,
  deleteCopyPlan,
  getCopyPlan,
  getForecast,
  listCopyPlans,
  updateCopyPlan,
  type CopyPlanInput,
} from '#src/application/copy-plans.ts';
import { runCopyPlan } from '#src/application/copy-start.ts';
import { stopCopyPlan } from '#src/application/copy-stop.ts';
import type { BodyOf } from '#src/contract/api.ts';
import { copyFlows } from '#src/domain/copy-flow.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPlan } from '../present-plan.ts';
import { presentJob } from '../present.ts';
import { keepShownForecast } from '../shown-forecasts.ts';
import { presentOutcomePage } from './copy-outcomes.ts';

/** Endpoints of copy plans before and while they run. */
export const copyPlanHandlers: Handlers<
  | 'copy-plans.options'
  | 'copy-plans.list'
  | 'copy-plans.create'
  | 'copy-plans.get'
  | 'copy-plans.update'
  | 'copy-plans.delete'
  | 'copy-plans.forecast'
  | 'copy-plans.run'
  | 'copy-plans.stop'
> = {
  'copy-plans.options': transaction((tx, _input, context) =>
    ok({
      sites: copyOptions(tx, context).map(({ id, name, organizationId, organization }) => ({
        id,
        name,
        organizationId,
        organizationName: organization.name,
      })),
    }),
  ),
  'copy-plans.list': transaction((tx, { query }, context) => {
    const plans = listCopyPlans(tx, query.organizationId, context);
    if (!plans.ok) return plans;
    const items = plans.value.map((plan) => presentPlan(tx, plan, context));
    return ok({ items, total: items.length });
  }),
  'copy-plans.create': transaction((tx, { body }, context) => {
    const plan = createCopyPlan(tx, betweenSites(body), context);
    return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
  }),
  'copy-plans.get': transaction((tx, { params }, context) => {
    const plan = getCopyPlan(tx, params.planId, context);
    return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
  }),
  'copy-plans.update': transaction((tx, { params, body, ifMatch }, context) => {
    const input = { ...betweenSites(body), ...params, expectedVersion: ifMatch };
    const plan = updateCopyPlan(tx, input, context);
    return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
  }),
  'copy-plans.delete': transaction((tx, { params, ifMatch }, context) => {
    const deleted = deleteCopyPlan(tx, { ...params, expectedVersion: ifMatch }, context);
    return deleted.ok ? ok(null) : deleted;
  }),
  'copy-plans.forecast': transaction((tx, { params, query }, context) => {
    const forecast = getForecast(tx, params.planId, context);
    if (!forecast.ok) return forecast;
    keepShownForecast(params.planId, forecast.value);
    const { outcomes, ...whole } = forecast.value;
    return ok({
      ...whole,
      groups: [...whole.groups],
      organizations: [...whole.organizations],
      projects: [...whole.projects],
      conflicts: whole.conflicts.map(({ name, projects }) => ({ name, projects: [...projects] })),
      flow: copyFlows(outcomes),
      ...presentOutcomePage(outcomes, query),
    });
  }),
  'copy-plans.run': transaction((tx, { params, body, ifMatch }, context) => {
    const job = runCopyPlan(tx, { ...params, ...body, expectedVersion: ifMatch }, context);
    return job.ok ? ok(presentJob(job.value, context.now)) : job;
  }),
  'copy-plans.stop': transaction((tx, { params }, context) => {
    const plan = stopCopyPlan(tx, params.planId, context);
    return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
  }),
};

/** What the wizard of *Copy product data* decides, as a plan of any kind has it. */
function betweenSites({ sourceSiteId, ...body }: BodyOf<'copy-plans.create'>): CopyPlanInput {
  return { ...body, flow: 'copy', sourcePlaceId: sourceSiteId };
}
