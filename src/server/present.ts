/* Domain values to wire shapes; the contract's schemas strip what is not named there. */
import type { ResponseOf } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import type { AccountRow, Page, Tx } from '#src/application/ports.ts';
import type { PortalCustomerView } from '#src/application/portal-customer-records.ts';
import type { Permission } from '#src/application/access.ts';
import type { Instant } from '#src/domain/clock.ts';
import { confersAdmin, type Group } from '#src/domain/group.ts';
import { awaitsReview } from '#src/domain/group-review.ts';
import type { Job } from '#src/domain/job.ts';

type Wire<N extends RouteName> = ResponseOf<N>;

/** Readonly lists of the core become the wire's lists. */
export function presentPage<R, W>(
  page: Page<R>,
  present: (row: R) => W,
): { items: W[]; total: number } {
  return { items: page.items.map(present), total: page.total };
}

export function presentPermission(permission: Permission) {
  return { allowed: permission.allowed, by: [...permission.by] };
}

/** Permissions of a record, by name. */
export function presentActions<K extends string>(actions: Readonly<Record<K, Permission>>) {
  const entries = Object.entries<Permission>(actions);
  return Object.fromEntries(
    entries.map(([name, permission]) => [name, presentPermission(permission)]),
  ) as Record<K, ReturnType<typeof presentPermission>>;
}

export function presentJob(job: Job, now: Instant): Wire<'jobs.get'> {
  const length = Math.max(1, job.endsAt - job.startedAt);
  const running = job.state === 'running';
  return {
    ...job,
    progress: running
      ? Math.min(1, Math.max(0, (now - job.startedAt) / length))
      : job.state === 'stopped'
        ? job.done / job.total
        : 1,
    remainingMs: running ? Math.max(0, job.endsAt - now) : 0,
  };
}

export function presentAccount(row: AccountRow): Wire<'accounts.list'>['items'][number] {
  const { id, name, email, emailVerified } = row.account;
  const { state, role, lastSeenAt } = row;
  return { id, name, email, emailVerified, state, role, lastSeenAt };
}

/** A group with what its review comes to today. */
export function presentAccess<G extends Group>(group: G) {
  return { ...group, givesAdmin: confersAdmin(group), awaitsReview: awaitsReview(group) };
}

export function presentPortalCustomer(
  view: PortalCustomerView,
): Wire<'portal-customers.list'>['items'][number] {
  if (view.state === 'deleted') throw new Error(`Deleted customer ${view.id} cannot be presented`);
  return {
    ...view,
    state: view.state,
    customerOrganizations: [...view.customerOrganizations],
    actions: presentActions(view.actions),
  };
}

/** A site as plans name it. */
export function presentSite(tx: Tx, siteId: `site_${string}`) {
  const site = tx.sites.get({ id: siteId });
  if (!site) throw new Error(`Unknown site ${siteId}`);
  const { id, name, organizationId } = site;
  return { id, name, organizationId };
}
