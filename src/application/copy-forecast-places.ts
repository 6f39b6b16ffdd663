/* What would become of the customer organizations and service projects that a plan brings along. */
import { copiedKey, copiedName } from '../domain/copied-name.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { FORMER_USER, type HolderId, type ServiceProjectId } from '../domain/ids.ts';
import { membersOf } from './copy-facts.ts';
import { counterpartOf, linkOf, relatedOrganizations } from './copy-projects.ts';
import type { AttachedRequest, Tx } from './ports.ts';

/** One customer organization before the run (S2, "Copy customer organizations"). */
export type OrganizationForecast = {
  readonly name: string;
  /** `merged` into the one of its name; `copied-before`, so only newcomers join it; `conflict` blocks the run. */
  readonly outcome: 'created' | 'merged' | 'copied-before' | 'conflict';
  /** Its name on the destination, where it is there. */
  readonly nameThere: string | null;
  /** Members that it gets with the run. */
  readonly members: number;
  /** Members on the source who do not come along, because nobody stands for them on the destination. */
  readonly leftBehind: number;
};

/** One selected service project before the run (domain.md 6.1, LINK). */
export type ProjectForecast = {
  readonly key: string;
  readonly name: string;
  /** `renamed` because its name or key is taken; `continued` from an earlier run. */
  readonly outcome: 'created' | 'renamed' | 'continued';
  readonly keyThere: string;
  readonly nameThere: string;
  /** Requests that arrive in it. */
  readonly requests: number;
};

/** Every customer organization that is linked to a selected project, by name. */
export function organizationForecasts(
  tx: Tx,
  plan: CopyPlan,
  conflicts: readonly { readonly name: string }[],
  standsFor: (holder: HolderId) => HolderId,
  isNew: (holder: HolderId) => boolean,
): OrganizationForecast[] {
  const blocked = new Set(conflicts.map(({ name }) => name));
  return relatedOrganizations(tx, plan)
    .map((source): OrganizationForecast => {
      const counterpart = counterpartOf(tx, plan, source);
      const there = counterpart ? membersOf(tx, counterpart.organization) : [];
      const nameThere = counterpart?.organization.name ?? null;
      const { name } = source;
      const copiedBefore = counterpart?.copiedBefore ?? false;
      const members = membersOf(tx, source);
      const arriving = (copiedBefore ? members.filter(isNew) : members).map(standsFor);
      const joining = new Set(arriving.filter((id) => id !== FORMER_USER && !there.includes(id)));
      if (copiedBefore) {
        return { name, outcome: 'copied-before', nameThere, members: joining.size, leftBehind: 0 };
      }
      const leftBehind = arriving.filter((id) => id === FORMER_USER).length;
      const merged = blocked.has(name) ? 'conflict' : 'merged';
      const outcome = counterpart ? merged : 'created';
      return { name, outcome, nameThere, members: joining.size, leftBehind };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every selected service project, in the order of the run. */
export function projectForecasts(
  tx: Tx,
  plan: CopyPlan,
  arriving: readonly AttachedRequest[],
): ProjectForecast[] {
  const siteId = plan.destinationSiteId;
  const made: { readonly key: string; readonly name: string }[] = [];
  return plan.projectIds.flatMap((id): ProjectForecast[] => {
    const project = tx.serviceProjects.get({ id });
    if (!project) return [];
    const requests = arriving.filter(({ projectId }) => projectId === id).length;
    const { key, name } = project;
    const link = linkOf(tx, plan, id);
    const there = link && tx.serviceProjects.get({ id: link.destinationId as ServiceProjectId });
    if (there) {
      const { key: keyThere, name: nameThere } = there;
      return [{ key, name, outcome: 'continued', keyThere, nameThere, requests }];
    }
    const keyThere = copiedKey(
      key,
      (taken) =>
        made.some((each) => each.key === taken) ||
        tx.serviceProjects.first({ siteId, key: taken }) !== undefined,
    );
    const nameThere = copiedName(
      name,
      plan.flow,
      (taken) =>
        made.some((each) => each.name === taken) ||
        tx.serviceProjects.first({ siteId, name: taken }) !== undefined,
    );
    made.push({ key: keyThere, name: nameThere });
    const outcome = keyThere === key && nameThere === name ? 'created' : 'renamed';
    return [{ key, name, outcome, keyThere, nameThere, requests }];
  });
}
