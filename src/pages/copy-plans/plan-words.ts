/* A copy plan in words. */
import type { CopyPlan } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

type State = CopyPlan['state'];

/** A plan's status as lists and headings name it. */
export const PLAN_STATES: Readonly<
  Record<State, { readonly label: string; readonly tone: LozengeTone }>
> = {
  saved: { label: 'Saved', tone: 'default' },
  running: { label: 'Running', tone: 'inprogress' },
  finished: { label: 'Finished', tone: 'success' },
  stopped: { label: 'Stopped', tone: 'moved' },
  incomplete: { label: 'Incomplete', tone: 'removed' },
};

/** Which customers come along (S2, S4). */
export function scopeLabel(customers: CopyPlan['customers'], flow: CopyPlan['flow']): string {
  if (customers === 'none') return labels.noCustomers;
  if (customers === 'related') return labels.relatedCustomers;
  return flow === 'copy' ? labels.allCustomers : labels.allServerCustomers;
}

const USER_SCOPES: Readonly<Record<CopyPlan['users'], string>> = {
  all: labels.allUsers,
  related: labels.relatedUsers,
  'related-and-members': labels.relatedUsersAndMembers,
};

/** Which users come along. */
export function userScopeLabel(users: CopyPlan['users']): string {
  return USER_SCOPES[users];
}

/** Whether users arrive in their groups. */
export function membershipLabel(isPreserved: boolean, flow: CopyPlan['flow']): string {
  if (isPreserved) return labels.preserveGroupMembership;
  return flow === 'copy' ? labels.separateGroupMembership : 'Migrate users and groups separately';
}

export const CUSTOMERS = { one: 'customer', other: 'customers' };
/** Users and customers of a server. */
export const PEOPLE = { one: 'person', other: 'people' };
export const REQUESTS = { one: 'request', other: 'requests' };
export const PROJECTS = { one: 'service project', other: 'service projects' };
export const ROWS = { one: 'row', other: 'rows' };

/** What a run that ended early did not copy, as a list; null when nothing is missing. */
export function missingText({ missing, flow }: Pick<CopyPlan, 'missing' | 'flow'>): string | null {
  if (!missing) return null;
  const parts = [
    ...(missing.customers > 0
      ? [countOf(missing.customers, flow === 'copy' ? CUSTOMERS : PEOPLE)]
      : []),
    ...(missing.projects > 0 ? [countOf(missing.projects, PROJECTS)] : []),
  ];
  return parts.length > 0 ? parts.join(' and ') : null;
}
export const GROUPS = { one: 'group', other: 'groups' };
