/*
 * How problems with addresses are fixed, and what each person comes out as when the migration runs.
 * A fix never changes the server: it is applied to what arrives, at the migration (domain.md 7.5,
 * FIXINV). *Do nothing* blocks the migration, for either problem.
 */
import type { Instant } from './clock.ts';
import { emailKey } from './email-key.ts';
import type { ServerId } from './ids.ts';
import { generatedAddresses } from './server-addresses.ts';
import {
  addressFault,
  assess,
  type AddressProblem,
  type AssessedPerson,
} from './server-assessment.ts';
import { userNameKey, type FormerReason, type ServerPerson } from './server-people.ts';

/** *Do nothing*, *Migrate invalid users as Former users*, generate new addresses, or a file. */
type InvalidFix = 'nothing' | 'former-users' | 'new-addresses' | 'file';

/** *Do nothing*, *Merge duplicated users*, *Create new emails for duplicated users*, or a file. */
type DuplicateFix = 'nothing' | 'merge' | 'new-addresses' | 'file';

/**
 * What was chosen for a server, from its first assessment on. `advanced` takes everything from one
 * file with all users.
 */
export type ServerFixes = {
  readonly serverId: ServerId;
  /** When the users were assessed last, and `assessmentFingerprint` of what was found then. */
  readonly assessedAt: Instant;
  readonly fingerprint: string;
  readonly level: 'simple' | 'advanced';
  readonly invalid: InvalidFix;
  readonly duplicated: DuplicateFix;
  readonly version: number;
};

/** The three files: one for each problem (simple), or one for all users (advanced). */
export type FixFile = AddressProblem | 'all';

export const FIX_FILES: readonly FixFile[] = ['invalid', 'duplicated', 'all'];

/** One row of an accepted file. */
export type ServerFixRow = {
  readonly serverId: ServerId;
  readonly file: FixFile;
  readonly userKey: string;
  readonly newEmail: string;
  /** The person arrives as Former user, whatever account the address has on the destination (TOMB). */
  readonly tombstone: boolean;
};

/** The part of it that says what becomes of people. */
export type ChosenFixes = Pick<ServerFixes, 'level' | 'invalid' | 'duplicated'>;

/** Before anything was chosen, nothing is fixed. */
export const NOTHING_FIXED: ChosenFixes = {
  level: 'simple',
  invalid: 'nothing',
  duplicated: 'nothing',
};

/** What becomes of a person when a migration runs. */
export type FixOutcome =
  | {
      readonly kind: 'arrives';
      readonly email: string;
      readonly emailKey: string;
      /** A merged account is licensed when anybody in it is: permissions add up (CHOPT). */
      readonly row: 'licensed' | 'customer';
      /** User keys of the others whose content comes along in this account. */
      readonly merged: readonly string[];
    }
  | { readonly kind: 'merged'; readonly into: string }
  | { readonly kind: 'former'; readonly why: FormerReason | 'fix' }
  | { readonly kind: 'blocked'; readonly problem: AddressProblem };

export type FixedPerson = {
  readonly person: ServerPerson;
  readonly problem: AddressProblem | null;
  readonly outcome: FixOutcome;
};

/** What a fix means for one person, before it is known who else wants the address. */
type Intent =
  | { readonly kind: 'former' }
  | {
      readonly kind: 'address';
      readonly email: string;
      /** Whether meeting others at the address is wanted. */
      readonly mayMerge: boolean;
    };

/**
 * Everybody with what they come out as, in the order given. People who are not in an uploaded file,
 * because they were added to the server later, keep their address.
 */
export function fixPeople(
  people: readonly ServerPerson[],
  fixes: ChosenFixes,
  rows: readonly ServerFixRow[],
): FixedPerson[] {
  const assessment = assess(people);
  const intentOf = intentReader(fixes, rows, generatedAddresses(assessment));
  const outcomes = new Map<ServerPerson['userKey'], FixOutcome>();
  const problems = new Map(assessment.people.map(({ userKey, problem }) => [userKey, problem]));
  const meeting = new Map<string, Arriving[]>();
  for (const person of assessment.people) {
    const intent = intentOf(person);
    if (intent.kind === 'former') outcomes.set(person.userKey, { kind: 'former', why: 'fix' });
    else {
      const key = emailKey(intent.email);
      const group = meeting.get(key);
      if (group) group.push({ person, ...intent });
      else meeting.set(key, [{ person, ...intent }]);
    }
  }
  for (const group of meeting.values()) {
    for (const [userKey, outcome] of settle(group)) outcomes.set(userKey, outcome);
  }
  return people.map((person) => ({
    person,
    problem: problems.get(person.userKey) ?? null,
    outcome: outcomes.get(person.userKey) ?? { kind: 'former', why: person.former ?? 'deleted' },
  }));
}

function intentReader(
  { level, invalid, duplicated }: ChosenFixes,
  rows: readonly ServerFixRow[],
  generated: ReadonlyMap<string, string>,
): (person: AssessedPerson) => Intent {
  const uploaded = new Map(rows.map((row) => [`${row.file} ${row.userKey}`, row]));
  return ({ userKey, email, problem }) => {
    const keep: Intent = { kind: 'address', email, mayMerge: false };
    if (level === 'simple' && problem === null) return keep;
    const fix = problem === 'invalid' ? invalid : duplicated;
    const file = level === 'advanced' || problem === null ? 'all' : problem;
    if (file === 'all' || fix === 'file') {
      const row = uploaded.get(`${file} ${userKey}`);
      if (!row) return keep;
      if (row.tombstone) return { kind: 'former' };
      // In the advanced file, rows with one new address are meant to be merged.
      return { kind: 'address', email: row.newEmail, mayMerge: file === 'all' };
    }
    switch (fix) {
      case 'nothing':
        return keep;
      case 'former-users':
        return { kind: 'former' };
      case 'merge':
        return { ...keep, mayMerge: true };
      case 'new-addresses':
        return { ...keep, email: generated.get(userKey) ?? email };
    }
  };
}

type Arriving = Extract<Intent, { kind: 'address' }> & { readonly person: AssessedPerson };

/** What becomes of all who want one address. */
function settle(group: readonly Arriving[]): [string, FixOutcome][] {
  if (group.some(({ email }) => addressFault(email))) {
    return group.map(({ person }) => [person.userKey, { kind: 'blocked', problem: 'invalid' }]);
  }
  if (group.every(({ mayMerge }) => mayMerge) || group.length === 1) return merge(group);
  // Somebody without a problem keeps the address; those who came to it by a fix are in the way.
  return group.flatMap((each) =>
    each.person.problem === null && each.email === each.person.email
      ? merge([each])
      : [[each.person.userKey, { kind: 'blocked', problem: 'duplicated' }]],
  );
}

/**
 * The real product picks the main account at random (CHOPT); here it is a licensed one before a
 * customer, an active one before an inactive one, and then the first user name.
 */
function merge(group: readonly Arriving[]): [string, FixOutcome][] {
  const ordered = group.toSorted(
    (a, b) =>
      Number(b.person.row === 'licensed') - Number(a.person.row === 'licensed') ||
      Number(b.person.active) - Number(a.person.active) ||
      (userNameKey(a.person.userName) < userNameKey(b.person.userName) ? -1 : 1),
  );
  const [main, ...others] = ordered;
  if (!main) return [];
  const { person, email } = main;
  const arrives: FixOutcome = {
    kind: 'arrives',
    email,
    emailKey: emailKey(email),
    row: person.row === 'licensed' ? 'licensed' : 'customer',
    merged: others.map((other) => other.person.userKey),
  };
  return [
    [person.userKey, arrives],
    ...others.map((other): [string, FixOutcome] => [
      other.person.userKey,
      { kind: 'merged', into: person.userKey },
    ]),
  ];
}
