/*
 * Pre-migration checks of a server plan beyond those that copies have too, in their groups
 * (domain.md 7.4). What has no place here (apps, boards and filters, roadmaps, assets) is not shown.
 */
import type { CheckResult, CopyCheck, CopyChecks } from './copy-checks.ts';
import type { CopyOutcome } from './copy-plan.ts';
import { SERVER_TABLE } from './server-table.ts';
import type { AddressProblem } from './server-assessment.ts';
import type { Exclusion } from './server-choice.ts';

/** What is known of somebody whom a check names. */
export type CheckedPerson = {
  readonly userName: string;
  readonly email: string;
  readonly name: string;
  /** What is special about this one, where the check tells several cases apart. */
  readonly why: PersonReason | null;
};

/** Both accounts stand there already, or will; who of an inactive directory appears; who is left out. */
export type PersonReason = 'both-already' | 'both-afterwards' | 'appears' | 'nowhere' | Exclusion;

export type CheckedProject = {
  readonly key: string;
  readonly name: string;
  readonly keyThere: string;
  readonly nameThere: string;
  /** Requests that arrive in it. */
  readonly requests: number;
};

type StandsThere = {
  readonly what: 'service-projects' | 'portal-customers' | 'requests';
  readonly count: number;
};

export type ServerCheckFacts = {
  /** Runs under way on the destination. */
  readonly running: readonly { readonly name: string }[];
  /** Whom the plan takes and whose address problem nothing is done about. */
  readonly blocked: readonly (CheckedPerson & { readonly problem: AddressProblem })[];
  readonly inactiveDirectories: readonly CheckedPerson[];
  /** Whom the run would come to, as what the server and the destination know them. */
  readonly arriving: readonly (CheckedPerson &
    Pick<CopyOutcome, 'sourceHolding' | 'destinationHolding' | 'action'>)[];
  /** Customers whom the choice leaves out, and whether the selected projects name them. */
  readonly leftOut: readonly (CheckedPerson & {
    readonly why: Exclusion;
    readonly isNamed: boolean;
  })[];
  readonly projects: readonly (CheckedProject & {
    readonly outcome: 'created' | 'renamed' | 'continued';
  })[];
  /** What the destination holds before the run. */
  readonly there: readonly StandsThere[];
};

/** A check that names people may pass and name them all the same: it then only informs. */
export type ServerOnlyChecks = {
  readonly 'destination-busy': CopyCheck<{ readonly name: string }>;
  readonly 'invalid-addresses': CopyCheck<CheckedPerson>;
  readonly 'duplicated-addresses': CopyCheck<CheckedPerson>;
  readonly 'inactive-directories': CopyCheck<CheckedPerson>;
  readonly 'stays-atlassian': CopyCheck<CheckedPerson>;
  readonly 'two-accounts': CopyCheck<CheckedPerson>;
  readonly 'left-out-named': CopyCheck<CheckedPerson>;
  readonly 'never-raised': CopyCheck<CheckedPerson>;
  readonly 'project-names': CopyCheck<CheckedProject>;
  readonly 'site-not-empty': CopyCheck<StandsThere>;
  readonly 'copied-before': CopyCheck<CheckedProject>;
};

/** Every check of a server plan; a server has no customer organizations that could conflict. */
export type ServerChecks = Omit<CopyChecks, 'customer-organizations'> & ServerOnlyChecks;

export type ServerCheckId = keyof ServerChecks;

export const SERVER_CHECK_GROUPS = ['system', 'users-and-groups', 'customers', 'projects'] as const;

type ServerCheckGroup = (typeof SERVER_CHECK_GROUPS)[number];

type CheckKind = {
  readonly group: ServerCheckGroup;
  /** `CloudFreeUserLimit` and `CloudSiteNotEmpty` are documented, the others are named like them. */
  readonly key: string;
  /** What it is about, for machines and refusals. */
  readonly description: string;
  /** An excluded error counts as a warning: the run goes on without whom it names. */
  readonly excludable: boolean;
};

/**
 * Every check in the order in which it stands in its group. Excluding the check of an address leaves
 * its people behind; no other error can be passed over and still leave a run that means something.
 */
export const SERVER_CHECKS: Readonly<Record<ServerCheckId, CheckKind>> = {
  permissions: kind('system', 'CloudSitePermission', 'Permission on the destination'),
  'destination-busy': kind('system', 'CloudMigrationInProgress', 'Another run on the destination'),
  'invalid-addresses': kind('users-and-groups', 'InvalidEmails', 'Invalid email addresses', true),
  'duplicated-addresses': kind(
    'users-and-groups',
    'DuplicatedEmails',
    'Duplicated email addresses',
    true,
  ),
  licences: kind('users-and-groups', 'CloudFreeUserLimit', 'Licences of the destination'),
  'existing-groups': kind('users-and-groups', 'GroupNameConflict', 'Groups of the same name'),
  'blocked-groups': kind('users-and-groups', 'BlockedGroups', 'Groups that are not brought over'),
  'inactive-directories': kind(
    'users-and-groups',
    'InactiveDirectoryUsers',
    'Users in inactive directories',
  ),
  'two-accounts': kind('customers', 'JsmTwoAccounts', 'Users with a portal-only account'),
  'stays-atlassian': kind(
    'customers',
    'JsmCustomersWithAtlassianAccount',
    'Customers with an Atlassian account',
  ),
  'left-out-named': kind(
    'customers',
    'JsmCustomersLeftOut',
    'Customers left out whom the data names',
  ),
  'never-raised': kind(
    'customers',
    'JsmCustomersWithoutRequests',
    'Customers who never raised a request',
  ),
  'project-names': kind('projects', 'ProjectNameOrKeyTaken', 'Project names and keys'),
  'site-not-empty': kind('projects', 'CloudSiteNotEmpty', 'Data on the destination'),
  'copied-before': kind('projects', 'ProjectMigratedBefore', 'Projects of earlier runs'),
  'data-changed': kind('projects', 'DataChangedSinceForecast', 'Changes since the forecast'),
};

export const SERVER_CHECK_IDS = Object.keys(SERVER_CHECKS) as readonly ServerCheckId[];

function kind(
  group: ServerCheckGroup,
  key: string,
  description: string,
  excludable = false,
): CheckKind {
  return { group, key, description, excludable };
}

/** The checks that only a server has, by the present facts. */
export function checkServer(facts: ServerCheckFacts): ServerOnlyChecks {
  const { blocked, arriving, leftOut, projects } = facts;
  const withProblem = (problem: AddressProblem) =>
    blocked.filter((person) => person.problem === problem);
  // Whoever an earlier run brought is left alone by this one.
  const coming = arriving.filter(({ action }) => action !== 'left-out');
  return {
    'destination-busy': check('error', facts.running),
    'invalid-addresses': check('error', withProblem('invalid')),
    'duplicated-addresses': check('error', withProblem('duplicated')),
    'inactive-directories': check('warning', facts.inactiveDirectories),
    'two-accounts': check('warning', coming.flatMap(twoAccounts)),
    // "It will be still treated as an Atlassian account" (S4): nothing to do, so it informs.
    'stays-atlassian': check(
      'pass',
      coming.filter(
        ({ sourceHolding, destinationHolding }) =>
          sourceHolding === 'customer' && destinationHolding === 'atlassian',
      ),
    ),
    'left-out-named': check(
      'warning',
      leftOut.filter(({ isNamed }) => isNamed),
    ),
    'never-raised': check(
      'pass',
      leftOut.filter(({ why }) => why === 'never-raised-a-request'),
    ),
    'project-names': check(
      'warning',
      projects.filter(({ outcome }) => outcome === 'renamed'),
    ),
    'site-not-empty': check(
      'warning',
      facts.there.filter(({ count }) => count > 0),
    ),
    'copied-before': check(
      'warning',
      projects.filter(({ outcome }) => outcome === 'continued'),
    ),
  };
}

/** "This will result in two accounts in cloud" (S4), and where both stand already. */
function twoAccounts(person: ServerCheckFacts['arriving'][number]): CheckedPerson[] {
  const { sourceHolding, destinationHolding } = person;
  if (sourceHolding !== 'licensed' && sourceHolding !== 'customer') return [];
  if (SERVER_TABLE[sourceHolding][destinationHolding].after !== 'both') return [];
  const why = destinationHolding === 'both' ? 'both-already' : 'both-afterwards';
  return [{ ...person, why }];
}

function check<Row>(unlessEmpty: CheckResult, rows: readonly Row[]): CopyCheck<Row> {
  return { result: rows.length === 0 ? 'pass' : unlessEmpty, facts: {}, rows };
}

/** A machine reads no more of them. */
const MOST_OCCURRENCES = 20;

type AnyRow = ServerChecks[ServerCheckId]['rows'][number];

/** The first records of a check, each in a line. */
export function occurrencesOf(rows: readonly AnyRow[]): string[] {
  return rows.slice(0, MOST_OCCURRENCES).map((row) => {
    if ('email' in row) return row.email === '' ? row.name : `${row.name} <${row.email}>`;
    if ('key' in row) return `${row.key} ${row.name}`;
    if ('what' in row) return `${row.count} ${row.what}`;
    if ('site' in row) return row.site;
    return 'name' in row ? row.name : `${row.shown ?? ''} ${row.present}`;
  });
}
