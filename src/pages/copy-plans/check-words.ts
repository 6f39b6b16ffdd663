/* The checks before a run in words: a check without words does not compile. */
import type { CopyChecks, CopyPlan } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { CUSTOMERS, PROJECTS } from './plan-words.ts';

export type Checks = CopyChecks['checks'];
export type CheckId = keyof Checks;
export type CheckResult = Checks[CheckId]['result'];

/** The order in which the checks stand. */
export const CHECK_IDS: readonly CheckId[] = [
  'permissions',
  'customer-organizations',
  'licences',
  'existing-groups',
  'blocked-groups',
  'data-changed',
];

export const RESULTS: Readonly<Record<CheckResult, string>> = {
  pass: 'Passed',
  warning: 'Warning',
  error: 'Error',
};

export type Words = { readonly title: string; readonly text: string };

const GROUPS = { one: 'group', other: 'groups' };
const USERS = { one: 'user', other: 'users' };
const LICENCES = { one: 'licence', other: 'licences' };

/** What a check found, and what to do about it. */
export function checkWords(id: CheckId, checks: Checks, plan: CopyPlan): Words {
  return WORDS[id](checks, plan);
}

/** "The run takes no licence. Approving the imported groups afterwards takes 4 licences." */
function licencesTaken(takes: 'takes' | 'would take', atOnce: number, later: number): string {
  if (atOnce + later === 0)
    return `Neither the run nor approving imported groups ${takes} a licence.`;
  const [now, more] = [atOnce, later].map((number) =>
    number === 0 ? 'no licence' : countOf(number, LICENCES),
  );
  const extra = atOnce > 0 && later > 0 ? `${count(later)} more` : more;
  return `The run itself ${takes} ${now}. Approving the imported groups afterwards ${takes} ${extra}.`;
}

function separately(flow: CopyPlan['flow']): string {
  return `${flow === 'copy' ? 'copy' : 'migrate'} users and groups separately`;
}

const WORDS: Readonly<Record<CheckId, (checks: Checks, plan: CopyPlan) => Words>> = {
  permissions: ({ permissions }, { source, destination }) =>
    permissions.result === 'pass'
      ? {
          title: 'You may copy at both ends',
          text: `An organization admin of ${source.name} and of ${destination.name} can run the plan.`,
        }
      : {
          title: 'You may not copy at both ends',
          text: 'Running takes an organization admin of both sites. Sign in as one, then check again.',
        },
  'customer-organizations': (checks, plan) => {
    const { result, total } = checks['customer-organizations'];
    if (result === 'pass') {
      return {
        title: 'No customer organization conflicts',
        text:
          plan.projects.length === 0
            ? 'The plan copies no customer organization.'
            : `No customer organization of the selected ${PROJECTS.other} stands on ${plan.destination.name} with other members or other project access.`,
      };
    }
    const found = countOf(total, { one: 'name stands', other: 'names stand' });
    return {
      title: labels.conflictingCustomerOrganizations,
      text: `${found} on both sites with other members or other project access, so the plan cannot run. Rename or remove the customer organization on ${plan.source.name}, or deselect its service projects, then check again.`,
    };
  },
  licences: ({ licences }, { destination, flow }) => {
    const { used, limit, atOnce, afterApproval } = licences.facts;
    if (limit === null) {
      return {
        title: `${destination.name} takes the licences that it needs`,
        text: `${licencesTaken('takes', atOnce, afterApproval)}${atOnce + afterApproval > 0 ? ' A paid plan bills them.' : ''}`,
      };
    }
    const room = `${destination.name} is on the Free plan: ${count(used)} of ${countOf(limit, LICENCES)} in use.`;
    const needs = licencesTaken('would take', atOnce, afterApproval);
    if (licences.result === 'pass') {
      return { title: `${destination.name} has licences enough`, text: `${room} ${needs}` };
    }
    return licences.result === 'error'
      ? {
          title: `${destination.name} has too few licences`,
          text: `${room} ${needs} Take people out of the agent groups named below, ${separately(flow)}, or upgrade the plan, then check again.`,
        }
      : {
          title: `${destination.name} has too few licences to approve every group`,
          text: `${room} ${needs} The run goes through, but not every imported group can be approved before an upgrade.`,
        };
  },
  'existing-groups': (checks, { destination, flow }) => {
    const { result, facts } = checks['existing-groups'];
    return result === 'pass'
      ? {
          title: 'No group is joined',
          text: `Nobody joins a group of ${destination.name} that gives a role.`,
        }
      : {
          title: `${countOf(facts.groups, { one: 'source group has', other: 'source groups have' })} the name of a group on ${destination.name}`,
          text: `${countOf(facts.people, flow === 'copy' ? CUSTOMERS : USERS)} would join and get what the group there gives at once, without a review. If they must not, rename one of the two groups first, or ${separately(flow)}.`,
        };
  },
  'blocked-groups': (checks, { source, destination, flow }) => {
    const { result, facts } = checks['blocked-groups'];
    return result === 'pass'
      ? {
          title: 'No administration group is involved',
          text: `Nobody who comes along is in an administration group of ${source.name}.`,
        }
      : {
          title: `${countOf(facts.groups, GROUPS)} of administrators will not be brought over`,
          text: `${countOf(facts.people, { one: 'member is', other: 'members are' })} ${flow === 'copy' ? 'copied' : 'migrated'} without the group. Add them by hand on ${destination.name} if they shall administer it.`,
        };
  },
  'data-changed': ({ 'data-changed': { result } }) =>
    result === 'pass'
      ? { title: 'The forecast is up to date', text: 'Nothing that it depends on has changed.' }
      : {
          title: 'The forecast is out of date',
          text: 'The data changed since, and the plan cannot run as it was forecast. Load the new forecast and look at it before running.',
        },
};
