/*
 * What an administrator enters about a plan before it is saved. It stands in the address, so that
 * a reload or Back from another screen finds it again.
 */
import type { Answer } from '#src/client/http.ts';
import type { BodyOf } from '#src/contract/api.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { pathTo } from '#src/ui/paths.ts';

export type PlanDraft = BodyOf<'copy-plans.create'>;

const USER_SCOPES: readonly PlanDraft['users'][] = ['related', 'related-and-members', 'all'];

/** A site that can be source or destination. */
export type SiteOption = Answer<'copy-plans.options'>['sites'][number];

/** The steps of the wizard before the plan is saved; the forecast stands on the plan's own page. */
export const DRAFT_STEPS = ['how-it-works', 'product', 'sites', 'projects', 'data'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

export type DraftErrors = {
  readonly source?: string;
  readonly destination?: string;
  readonly name?: string;
  readonly customers?: string;
};

const EMPTY: PlanDraft = {
  name: '',
  sourceSiteId: '',
  destinationSiteId: '',
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projectIds: [],
};

/** A saved plan as it can be changed. */
export function draftOf(plan: CopyPlan): PlanDraft {
  const { name, customers, users, preserveGroupMembership } = plan;
  return {
    name,
    customers,
    users,
    preserveGroupMembership,
    sourceSiteId: plan.source.id,
    destinationSiteId: plan.destination.id,
    projectIds: plan.projects.map(({ id }) => id),
  };
}

/** The draft in the address; what the address leaves out comes from the saved plan, else is empty. */
export function draftFrom(params: URLSearchParams, saved: PlanDraft = EMPTY): PlanDraft {
  const customers = params.get('customers');
  const projects = params.get('projects');
  const users = USER_SCOPES.find((scope) => scope === params.get('users'));
  const groups = params.get('groups');
  return {
    name: params.get('name') ?? saved.name,
    sourceSiteId: params.get('source') ?? saved.sourceSiteId,
    destinationSiteId: params.get('destination') ?? saved.destinationSiteId,
    customers: customers === 'all' || customers === 'related' ? customers : saved.customers,
    users: users ?? saved.users,
    preserveGroupMembership: groups === null ? saved.preserveGroupMembership : groups === 'kept',
    projectIds: projects === null ? saved.projectIds : projects.split(',').filter(Boolean),
  };
}

/** Query parameters that hold the draft. */
export function draftParams(draft: PlanDraft): Readonly<Record<string, string>> {
  return {
    source: draft.sourceSiteId,
    destination: draft.destinationSiteId,
    name: draft.name,
    customers: draft.customers,
    users: draft.users,
    groups: draft.preserveGroupMembership ? 'kept' : 'separate',
    projects: draft.projectIds.join(','),
  };
}

/** Nothing has been entered yet. */
export function isUntouched(draft: PlanDraft): boolean {
  return JSON.stringify(draftParams(draft)) === JSON.stringify(draftParams(EMPTY));
}

/** The wizard for a saved plan, at one of its steps. */
export function editPath(organizationId: string, planId: string, step: DraftStep = 'sites') {
  return pathTo('copy-plan-new', { organizationId }, { plan: planId, step });
}

/** What is wrong with the sites and the name. */
export function siteErrors(draft: PlanDraft): DraftErrors {
  return {
    ...(draft.sourceSiteId === '' && { source: 'Select the site to copy from.' }),
    ...(draft.destinationSiteId === '' && { destination: 'Select the site to copy to.' }),
    ...(draft.destinationSiteId !== '' &&
      draft.destinationSiteId === draft.sourceSiteId && {
        destination: 'Source and destination are the same site. Select another one.',
      }),
    ...(draft.name.trim() === '' && { name: 'Enter a name for the copy plan.' }),
  };
}

/** What is wrong with the selection of data. */
export function dataErrors(draft: PlanDraft): DraftErrors {
  return draft.customers === 'related' && draft.projectIds.length === 0
    ? {
        customers:
          'No service project is selected. Go back and select at least one, or copy all customers.',
      }
    : {};
}

export function hasErrors(errors: DraftErrors): boolean {
  return Object.keys(errors).length > 0;
}
