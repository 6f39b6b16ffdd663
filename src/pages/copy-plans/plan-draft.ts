/*
 * What an administrator enters about a plan before it is saved. It stands in the address, so that
 * a reload or Back from another screen finds it again.
 */
import type { Answer } from '#src/client/http.ts';
import type { BodyOf } from '#src/contract/api.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { planWizardPath, type PlanPlace } from '#src/ui/plan-path.ts';
import { wordsOf } from './flow-words.ts';

export type PlanDraft = Omit<BodyOf<'copy-plans.create'>, 'sourceSiteId' | 'customers'> & {
  readonly flow: CopyPlan['flow'];
  /** A server where the flow says so. */
  readonly sourceId: string;
  readonly customers: CopyPlan['customers'];
};

const USER_SCOPES: readonly PlanDraft['users'][] = ['related', 'related-and-members', 'all'];
const CUSTOMER_SCOPES: readonly PlanDraft['customers'][] = ['all', 'related', 'none'];

/** A site that can be source or destination. */
export type SiteOption = Answer<'copy-plans.options'>['sites'][number];

/** The steps before a plan is saved, by flow; the checks and the forecast stand on its own page. */
const DRAFT_STEPS = {
  copy: ['how-it-works', 'product', 'sites', 'projects', 'data'],
  'in-advance': ['sites', 'data'],
  'with-data': ['sites', 'projects', 'data'],
} as const satisfies Record<CopyPlan['flow'], readonly string[]>;
export type DraftStep = (typeof DRAFT_STEPS)['copy'][number];

/** The steps of a flow, in order. */
export function draftSteps({ flow }: Pick<PlanDraft, 'flow'>): readonly DraftStep[] {
  return DRAFT_STEPS[flow];
}

export type DraftErrors = {
  readonly source?: string;
  readonly destination?: string;
  readonly name?: string;
  readonly customers?: string;
};

/** A draft in which nothing has been entered yet. */
export function emptyDraft(flow: CopyPlan['flow'], sourceId = ''): PlanDraft {
  return {
    flow,
    name: '',
    sourceId,
    destinationSiteId: '',
    customers: 'all',
    users: 'all',
    preserveGroupMembership: true,
    projectIds: [],
  };
}

/** A saved plan as it can be changed. */
export function draftOf(plan: CopyPlan): PlanDraft {
  const { flow, name, customers, users, preserveGroupMembership } = plan;
  return {
    flow,
    name,
    customers,
    users,
    preserveGroupMembership,
    sourceId: plan.source.id,
    destinationSiteId: plan.destination.id,
    projectIds: plan.projects.map(({ id }) => id),
  };
}

/** The draft in the address; what the address leaves out comes from `start`. */
export function draftFrom(params: URLSearchParams, start: PlanDraft): PlanDraft {
  const isCopy = start.flow === 'copy';
  const projects = params.get('projects');
  const customers = CUSTOMER_SCOPES.find((scope) => scope === params.get('customers'));
  const users = USER_SCOPES.find((scope) => scope === params.get('users'));
  const groups = params.get('groups');
  return {
    flow: start.flow,
    name: params.get('name') ?? start.name,
    // A migration starts at the server that the address is of.
    sourceId: (isCopy ? params.get('source') : null) ?? start.sourceId,
    destinationSiteId: params.get('destination') ?? start.destinationSiteId,
    customers: customers && !(isCopy && customers === 'none') ? customers : start.customers,
    users: start.flow === 'in-advance' ? start.users : (users ?? start.users),
    preserveGroupMembership: groups === null ? start.preserveGroupMembership : groups === 'kept',
    projectIds:
      projects === null || start.flow === 'in-advance'
        ? start.projectIds
        : projects.split(',').filter(Boolean),
  };
}

/** Query parameters that hold the draft. */
export function draftParams(draft: PlanDraft): Readonly<Record<string, string>> {
  return {
    ...(draft.flow === 'copy' ? { source: draft.sourceId } : { flow: draft.flow }),
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
  const empty = emptyDraft(draft.flow, draft.flow === 'copy' ? '' : draft.sourceId);
  return JSON.stringify(draftParams(draft)) === JSON.stringify(draftParams(empty));
}

/** The wizard for a saved plan, at one of its steps. */
export function editPath(place: PlanPlace, planId: string, step: DraftStep = 'sites'): string {
  return planWizardPath(place, { plan: planId, step });
}

/** What is wrong with the ends and the name. */
export function siteErrors(draft: PlanDraft): DraftErrors {
  const isCopy = draft.flow === 'copy';
  return {
    ...(draft.sourceId === '' && { source: 'Select the site to copy from.' }),
    ...(draft.destinationSiteId === '' && {
      destination: isCopy ? 'Select the site to copy to.' : 'Select the site to migrate to.',
    }),
    ...(draft.destinationSiteId !== '' &&
      draft.destinationSiteId === draft.sourceId && {
        destination: 'Source and destination are the same site. Select another one.',
      }),
    ...(draft.name.trim() === '' && { name: `Enter a name for the ${wordsOf(draft).plan}.` }),
  };
}

/** What is wrong with the selection of data. */
export function dataErrors(draft: PlanDraft): DraftErrors {
  const { flow, customers, projectIds } = draft;
  if (customers === 'related' && projectIds.length === 0) {
    const other = flow === 'copy' ? 'copy all customers' : 'choose other customers';
    return {
      customers: `No service project is selected. Go back and select at least one, or ${other}.`,
    };
  }
  if (flow === 'with-data' && customers === 'none' && projectIds.length > 0) {
    return { customers: 'Service projects are selected, so choose which customers come along.' };
  }
  return {};
}

export function hasErrors(errors: DraftErrors): boolean {
  return Object.keys(errors).length > 0;
}
