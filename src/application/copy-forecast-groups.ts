/* What would become of every group of the people that a plan copies. */
import type { SourceGroup, SourcePerson } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { confersAdmin, effectiveRole } from '../domain/group.ts';
import type { ProductRole } from '../domain/product-role.ts';
import { namedGroupsToCopy, type Route } from './plan-route.ts';
import type { Tx } from './ports.ts';

/**
 * `review`: arrives as an imported group, to be reviewed. `joined`: its name exists, so members join
 * the group that is there and get its access at once. `unchanged`: it is there and nobody joins it.
 * `left-behind`: on the block list. `no-access`: gives nothing on the source, so it stays (domain.md 5.1).
 */
type GroupOutcome = 'review' | 'joined' | 'unchanged' | 'left-behind' | 'no-access';

/** One group before the run. */
export type GroupForecast = {
  readonly name: string;
  readonly outcome: GroupOutcome;
  /** Whether the run makes it for mismatched customers (S0), rather than bringing it from the source. */
  readonly isForMismatched: boolean;
  /** Whether an earlier run between the sites brought it. */
  readonly fromEarlierRun: boolean;
  /** People who join it with the run; none where users and groups are copied separately. */
  readonly members: number;
  /** What waits for review (`review`). */
  readonly asksFor: ProductRole;
  readonly asksForAdmin: boolean;
  /** What its members have at once on the destination (`joined`, `unchanged`). */
  readonly gives: ProductRole;
  readonly givesAdmin: boolean;
};

/** Every group of the people in scope and every one that the selected projects name, by name. */
export function groupForecasts(
  tx: Tx,
  plan: Pick<CopyPlan, 'projectIds'>,
  route: Route,
  people: readonly SourcePerson[],
): GroupForecast[] {
  const groups = new Map<
    string,
    { readonly source: SourceGroup; joining: number; isNew: boolean }
  >();
  for (const { account, groups: own, copiedBefore } of people) {
    if (!account) continue;
    const isNew = copiedBefore === undefined;
    for (const source of own) {
      const known = groups.get(source.name) ?? { source, joining: 0, isNew: false };
      const existing = tx.groups.first({ siteId: route.destination.id, name: source.name });
      const { accountId } = account;
      const isMember = existing && tx.memberships.get({ groupId: existing.id, accountId });
      if (isNew && route.preservesMembership && !isMember) known.joining += 1;
      known.isNew ||= isNew;
      groups.set(source.name, known);
    }
  }
  for (const source of namedGroupsToCopy(tx, plan.projectIds)) {
    const joining = groups.get(source.name)?.joining ?? 0;
    groups.set(source.name, { source, joining, isNew: true });
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, { source, joining, isNew }]) => {
      const forecast = forecastOf(tx, route, source, joining);
      // Whom an earlier run left out in full brings no group along.
      return forecast.outcome === 'review' && !isNew ? [] : [forecast];
    });
}

/** The group that gathers one run's mismatched customers (S0). */
export function mismatchedGroup(name: string, members: number): GroupForecast {
  return {
    ...NOTHING,
    name,
    outcome: 'review',
    isForMismatched: true,
    members,
    asksFor: 'customer',
  };
}

const NOTHING = {
  isForMismatched: false,
  fromEarlierRun: false,
  members: 0,
  asksFor: 'none',
  asksForAdmin: false,
  gives: 'none',
  givesAdmin: false,
} as const;

function forecastOf(tx: Tx, route: Route, source: SourceGroup, joining: number): GroupForecast {
  const { name, leftBehind: why } = source;
  if (why) {
    return { ...NOTHING, name, outcome: why === 'block-listed' ? 'left-behind' : 'no-access' };
  }
  const access = { asksFor: source.role, asksForAdmin: source.adminAccess };
  const existing = tx.groups.first({ siteId: route.destination.id, name });
  if (!existing) return { ...NOTHING, ...access, name, outcome: 'review', members: joining };
  return {
    ...NOTHING,
    name,
    outcome: joining > 0 ? 'joined' : 'unchanged',
    fromEarlierRun: existing.origin?.sourcePlaceId === route.source.id,
    members: joining,
    gives: effectiveRole(existing),
    givesAdmin: confersAdmin(existing),
  };
}
