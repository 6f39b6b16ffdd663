import { createCopyPlan } from '#src/application/copy-plans.ts';
import { serverPlanOptions, updateServerPlan } from '#src/application/server-plans.ts';
import { ok } from '#src/domain/result.ts';
import { transaction, type Handlers } from '../handler.ts';
import { presentPlan } from '../present-plan.ts';

/** Endpoints of making a server migration. */
export const serverPlanHandlers: Handlers<`server-plans.${'options' | 'create' | 'update'}`> = {
  'server-plans.options': transaction((tx, { params, query }, context) => {
    const { flow, customers = 'all', users = 'all', projects = '' } = query;
    const projectIds = projects.split(',').filter(Boolean);
    const draft = { ...params, flow, customers, users, projectIds };
    const options = serverPlanOptions(tx, draft, context);
    if (!options.ok) return options;
    const { sites, ...others } = options.value;
    return ok({
      ...others,
      projects: [...others.projects],
      customers: [...others.customers],
      users: [...others.users],
      sites: sites.map(({ organization, ...site }) => ({
        ...site,
        organizationName: organization.name,
      })),
    });
  }),
  'server-plans.create': transaction((tx, { params, body }, context) => {
    const plan = createCopyPlan(tx, { ...body, sourcePlaceId: params.serverId }, context);
    return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
  }),
  'server-plans.update': transaction((tx, { params, body, ifMatch }, context) => {
    const { serverId: sourcePlaceId, planId } = params;
    const input = { ...body, sourcePlaceId, planId, expectedVersion: ifMatch };
    const plan = updateServerPlan(tx, input, context);
    return plan.ok ? ok(presentPlan(tx, plan.value, context)) : plan;
  }),
};
