/* Pre-migration checks of a server plan in words: a check without words does not compile. */
import type { CopyChecks, CopyPlan } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { checkWords, type Checks, type Words } from './check-words.ts';
import { CUSTOMERS, REQUESTS } from './plan-words.ts';

type ServerPart = NonNullable<CopyChecks['server']>;
export type ServerOnly = ServerPart['checks'];
export type ServerStanding = ServerPart['groups'][number]['checks'][number];
export type ServerCheckId = ServerStanding['check'];
type SharedId = Exclude<ServerCheckId, keyof ServerOnly>;

export const GROUPS: Readonly<Record<ServerPart['groups'][number]['group'], string>> = {
  system: 'System',
  'users-and-groups': labels.usersAndGroups,
  customers: 'Customers',
  projects: 'Projects',
};

/** Every check of a server plan by its id. */
export type AllChecks = Pick<Checks, SharedId> & ServerOnly;

const PEOPLE = { one: 'person', other: 'people' };
const USERS = { one: 'user', other: 'users' };
const SERVICE_PROJECTS = { one: 'service project', other: 'service projects' };
const PROFILES = { one: 'portal-only account', other: 'portal-only accounts' };

/** What a check of a server plan found, and what to do about it. */
export function serverCheckWords(id: ServerCheckId, data: CopyChecks, plan: CopyPlan): Words {
  const checks: AllChecks = { ...data.checks, ...data.server!.checks };
  return isShared(id) && id !== 'permissions'
    ? checkWords(id, data.checks, plan)
    : WORDS[id as keyof typeof WORDS](checks, plan);
}

function isShared(id: ServerCheckId): id is SharedId {
  return SHARED.has(id);
}

const SHARED: ReadonlySet<string> = new Set<SharedId>([
  'permissions',
  'licences',
  'existing-groups',
  'blocked-groups',
  'data-changed',
]);

type OwnId = keyof ServerOnly | 'permissions';

const WORDS: Readonly<Record<OwnId, (checks: AllChecks, plan: CopyPlan) => Words>> = {
  permissions: ({ permissions }, { destination }) =>
    permissions.result === 'pass'
      ? {
          title: `You can reach ${destination.name}`,
          text: 'You administer it, so you can migrate to it.',
        }
      : {
          title: `You cannot migrate to ${destination.name}`,
          text: 'It takes an organization admin of the site. Sign in as one, then run the checks again.',
        },
  'destination-busy': ({ 'destination-busy': { total } }, { destination }) =>
    total === 0
      ? { title: 'No other run is under way', text: `Nothing else writes to ${destination.name}.` }
      : {
          title: `Another run writes to ${destination.name}`,
          text: 'Wait until it has ended, then run the checks again.',
        },
  'invalid-addresses': (checks) => {
    const { total } = checks['invalid-addresses'];
    return total === 0
      ? { title: 'No invalid email addresses', text: 'Everybody arrives with a valid address.' }
      : {
          title: labels.invalidEmailAddresses,
          text: `Nothing is done about the address of ${countOf(total, PEOPLE)}. Choose a fix in the assessment, then run the checks again.`,
        };
  },
  'duplicated-addresses': (checks) => {
    const { total } = checks['duplicated-addresses'];
    return total === 0
      ? { title: 'No duplicated email accounts', text: 'No two accounts arrive with one address.' }
      : {
          title: labels.duplicatedEmailAccounts,
          text: `${countOf(total, PEOPLE)} would arrive with an address that somebody else has too. Choose a fix in the assessment, then run the checks again.`,
        };
  },
  'inactive-directories': (checks, { source }) => {
    const { total } = checks['inactive-directories'];
    return total === 0
      ? {
          title: 'Every directory with users is active',
          text: `Nobody on ${source.name} is in an inactive directory.`,
        }
      : {
          title: `${countOf(total, USERS)} of inactive directories will not arrive`,
          text: 'No account is made for them: whom the migrated data names appears as Former customer. If they shall come along, activate their directory first.',
        };
  },
  'two-accounts': (checks, { destination }) => {
    const { total } = checks['two-accounts'];
    return total === 0
      ? {
          title: 'Nobody ends with two accounts',
          text: `Nobody whom the run would bring has a portal-only account on ${destination.name} beside an Atlassian account.`,
        }
      : {
          title: `${countOf(total, PEOPLE)} will have two accounts on ${destination.name}`,
          text: 'Either a licensed user of the server arrives as an Atlassian account beside the portal-only account of the same address, or both are there already. Migrate the portal-only account, before the run or after it.',
        };
  },
  'stays-atlassian': (checks, { destination }) => {
    const { total } = checks['stays-atlassian'];
    return total === 0
      ? {
          title: 'No customer meets an Atlassian account',
          text: `No customer of the plan has an Atlassian account on ${destination.name}.`,
        }
      : {
          title: `${countOf(total, CUSTOMERS)} will go on with an Atlassian account`,
          text: `They have one on ${destination.name} already: their data is linked to it, and no portal-only account is made.`,
        };
  },
  'left-out-named': (checks) => {
    const { total } = checks['left-out-named'];
    return total === 0
      ? {
          title: 'Nobody is left out whom the data names',
          text: 'Every customer whom the selected service projects name comes along.',
        }
      : {
          title: `${countOf(total, CUSTOMERS)} whom the selected service projects name stay behind`,
          text: `What they raised or take part in arrives without them, as ${labels.formerUser}’s. Edit the plan and choose “${labels.relatedCustomers}” to take them along.`,
        };
  },
  'never-raised': (checks) => {
    const { total } = checks['never-raised'];
    return total === 0
      ? {
          title: 'No customer is left out for want of requests',
          text: 'All customers are those who ever raised a request by portal or e-mail.',
        }
      : {
          title: `${countOf(total, CUSTOMERS)} never raised a request`,
          text: 'All customers are those who ever raised a request by portal or e-mail, so these stay behind. Invite them on the destination if they shall have an account.',
        };
  },
  'project-names': (checks, { destination }) => {
    const { total } = checks['project-names'];
    return total === 0
      ? {
          title: 'Names and keys of projects are free',
          text: `No selected service project meets another one of its name or key on ${destination.name}.`,
        }
      : {
          title: `${countOf(total, SERVICE_PROJECTS)} will arrive under another name or key`,
          text: `Theirs is taken on ${destination.name}. Rename one of the two first, if the name shall stay.`,
        };
  },
  'site-not-empty': (checks, { destination }) => {
    const { rows } = checks['site-not-empty'];
    return rows.length === 0
      ? {
          title: `${destination.name} is empty`,
          text: 'Nothing there can be mixed up with what arrives.',
        }
      : {
          title: `${destination.name} is not empty`,
          text: `It holds ${rows.map(thereWords).join(', ')}. What is there stays as it is. Migrate to another site if the two must not mix.`,
        };
  },
  'copied-before': (checks, { destination }) => {
    const { rows, total } = checks['copied-before'];
    const requests = rows.reduce((sum, row) => sum + row.requests, 0);
    return total === 0
      ? {
          title: 'No project was migrated before',
          text: `No earlier run brought a selected service project to ${destination.name}.`,
        }
      : {
          title: `${countOf(total, SERVICE_PROJECTS)} arrived with an earlier run`,
          text: `The run adds only what is missing there, ${countOf(requests, REQUESTS)}, and changes nothing else. To migrate a project anew, the real product needs its cloud copy deleted for good first.`,
        };
  },
};

/** "12 requests" */
export function thereWords({ what, count: number }: ServerOnly['site-not-empty']['rows'][number]) {
  const nouns = {
    'service-projects': SERVICE_PROJECTS,
    'portal-customers': PROFILES,
    requests: REQUESTS,
  };
  return countOf(number, nouns[what]);
}

/** Beside the result of an excluded check. */
export function excludedWords(total: number): string {
  return `Excluded: it counts as a warning, and ${count(total)} stay behind.`;
}
