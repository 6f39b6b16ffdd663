/*
 * What is looked at before a copy runs: each check passes, warns or blocks, and names the records
 * it is about (S2, "Copy customer organizations"; domain.md 5.1, 6.1, 6.3, 6.6).
 */
import type { CustomerOrganizationId } from './ids.ts';
import { hasRoomFor, type Licences } from './licences.ts';
import type { ProductRole } from './product-role.ts';

/** The checks in the order in which they are shown. */
export const COPY_CHECKS = [
  'permissions',
  'customer-organizations',
  'licences',
  'existing-groups',
  'blocked-groups',
  'data-changed',
] as const;

export type CopyCheckId = (typeof COPY_CHECKS)[number];

/** An error blocks the run, a warning does not. */
export type CheckResult = 'pass' | 'warning' | 'error';

/** One end of the plan, and whether the actor may copy there. */
export type CopyEnd = {
  readonly end: 'source' | 'destination';
  readonly site: string;
  readonly organization: string;
  readonly isAllowed: boolean;
};

/** A customer organization of the source and the one of its name on the destination. */
export type SameNamed = {
  readonly customerOrganizationId: CustomerOrganizationId;
  readonly name: string;
  /** Of the one on the source, which is what the remedies change. */
  readonly version: number;
  /** Members by e-mail key, without repetition. */
  readonly sourceMembers: readonly string[];
  readonly destinationMembers: readonly string[];
  /** All linked service projects by name, for a reader. */
  readonly sourceProjects: readonly string[];
  readonly destinationProjects: readonly string[];
  /** Service projects that stand on both sites and are linked at one end only, by name. */
  readonly projectsAtOneEnd: readonly string[];
};

/** What removing a customer organization would take away on its site. */
export type Removal = {
  /** Requests that would be shared with nobody. */
  readonly requests: number;
  /** Members who could open fewer requests. */
  readonly losing: number;
};

/** Somebody who would join a group of the destination because the source's has its name. */
export type GroupJoin = {
  readonly group: string;
  readonly email: string;
  readonly name: string;
  /** The role that the group gives at once, and the role that the person has now. */
  readonly gives: ProductRole;
  /** Whether it makes its members administrators of the product as well. */
  readonly givesAdmin: boolean;
  readonly roleNow: ProductRole;
};

/** A member of a source group that never comes along. */
export type BlockedMember = Pick<GroupJoin, 'group' | 'email' | 'name'>;

/** Somebody who would take a licence on the destination. */
export type NeededSeat = Pick<GroupJoin, 'email' | 'name'> & {
  readonly groups: readonly string[];
  /** `after-approval`: only once an imported group is approved. */
  readonly when: 'at-once' | 'after-approval';
};

export type CheckFacts = {
  readonly ends: readonly CopyEnd[];
  readonly organizations: readonly (SameNamed & { readonly removal: Removal })[];
  readonly joins: readonly GroupJoin[];
  readonly blockedMembers: readonly BlockedMember[];
  readonly licences: Licences;
  readonly seats: readonly NeededSeat[];
  /** Fingerprints of the forecast that was looked at (null where none was) and of the present one. */
  readonly forecast: { readonly shown: string | null; readonly present: string };
};

export type CopyCheck<Row, Facts = Readonly<Record<string, never>>> = {
  readonly result: CheckResult;
  readonly facts: Facts;
  /** The records it is about; none where it passes. */
  readonly rows: readonly Row[];
};

type Counted = { readonly groups: number; readonly people: number };

/** How the two differ; null where they may be merged. */
export type OrganizationDifference = 'members' | 'projects' | 'both';

type Conflict = {
  readonly differs: OrganizationDifference;
  readonly membersInCommon: number;
};

export type CopyChecks = {
  readonly permissions: CopyCheck<CopyEnd>;
  readonly 'customer-organizations': CopyCheck<CheckFacts['organizations'][number] & Conflict>;
  readonly licences: CopyCheck<
    NeededSeat,
    Licences & { readonly atOnce: number; readonly afterApproval: number }
  >;
  readonly 'existing-groups': CopyCheck<GroupJoin, Counted>;
  readonly 'blocked-groups': CopyCheck<BlockedMember, Counted>;
  readonly 'data-changed': CopyCheck<CheckFacts['forecast']>;
};

/** Every check of a plan by the present facts. */
export function checkCopy(facts: CheckFacts): CopyChecks {
  const { joins, blockedMembers, forecast } = facts;
  const isChanged = forecast.shown !== null && forecast.shown !== forecast.present;
  return {
    permissions: check(
      'error',
      facts.ends.filter(({ isAllowed }) => !isAllowed),
    ),
    'customer-organizations': check('error', organizationConflicts(facts.organizations)),
    licences: checkLicences(facts),
    'existing-groups': { ...check('warning', joins), facts: counted(joins) },
    'blocked-groups': { ...check('warning', blockedMembers), facts: counted(blockedMembers) },
    'data-changed': check('warning', isChanged ? [forecast] : []),
  };
}

/** S2 and domain.md 6.3: the same name with different members or different project access. */
export function organizationConflicts<Pair extends SameNamed>(
  pairs: readonly Pair[],
): (Pair & Conflict)[] {
  return pairs.flatMap((pair) => {
    const differs = organizationDifference(pair);
    if (differs === null) return [];
    const there = new Set(pair.destinationMembers);
    const membersInCommon = pair.sourceMembers.filter((key) => there.has(key)).length;
    return [{ ...pair, differs, membersInCommon }];
  });
}

/** Compares two customer organizations of one name. */
export function organizationDifference(
  pair: Pick<SameNamed, 'sourceMembers' | 'destinationMembers' | 'projectsAtOneEnd'>,
): OrganizationDifference | null {
  const there = new Set(pair.destinationMembers);
  const sameMembers =
    there.size === pair.sourceMembers.length && pair.sourceMembers.every((key) => there.has(key));
  const sameProjects = pair.projectsAtOneEnd.length === 0;
  if (sameMembers) return sameProjects ? null : 'projects';
  return sameProjects ? 'members' : 'both';
}

/**
 * A Free plan has a fixed number of agents (domain.md 6.6, 9): what a run would take at once must
 * fit, what approvals would take later is only said. A paid plan takes what it needs.
 */
function checkLicences({ licences, seats }: CheckFacts): CopyChecks['licences'] {
  const { atOnce, afterApproval } = countSeats(seats);
  const facts = { ...licences, atOnce, afterApproval };
  if (!hasRoomFor(licences, atOnce)) return { result: 'error', facts, rows: seats };
  if (!hasRoomFor(licences, atOnce + afterApproval)) {
    return { result: 'warning', facts, rows: seats };
  }
  return { result: 'pass', facts, rows: [] };
}

/** Licences that a run takes at once, and those that approving its groups takes later. */
export function countSeats(seats: readonly Pick<NeededSeat, 'when'>[]): {
  readonly atOnce: number;
  readonly afterApproval: number;
} {
  const atOnce = seats.filter(({ when }) => when === 'at-once').length;
  return { atOnce, afterApproval: seats.length - atOnce };
}

function check<Row>(unlessEmpty: CheckResult, rows: readonly Row[]): CopyCheck<Row> {
  return { result: rows.length === 0 ? 'pass' : unlessEmpty, facts: {}, rows };
}

function counted(rows: readonly BlockedMember[]): Counted {
  return {
    groups: new Set(rows.map(({ group }) => group)).size,
    people: new Set(rows.map(({ email }) => email)).size,
  };
}
