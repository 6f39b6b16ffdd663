/*
 * Whom of a server a plan takes along: users in advance, or customers and users with the data (S4,
 * "Customer migration options"; domain.md 7.1).
 */
import type { CustomerScope, PlanFlow, UserScope } from './copy-plan.ts';
import type { FixedPerson, FixOutcome } from './server-fixes.ts';
import type { ServerPerson } from './server-people.ts';

export type ServerChoice = {
  /** *Migrate your users in advance* or *Migrate your data*. */
  readonly flow: Exclude<PlanFlow, 'copy'>;
  readonly customers: CustomerScope;
  /** In advance it is always `all` (S4). */
  readonly users: UserScope;
};

/** Who has to do with the selected projects, by user key. */
export type AssociatedKeys = {
  /** Raised a request in one of them or is referenced on one. */
  readonly related: ReadonlySet<string>;
  /** Members of the groups that the projects name. */
  readonly members: ReadonlySet<string>;
};

/** Why a choice leaves somebody out. */
export type Exclusion = 'no-customers' | 'never-raised-a-request' | 'not-related';

/** The choices that a plan offers; *No customers* only without a service project (S4). */
export function customerChoices(
  flow: ServerChoice['flow'],
  serviceProjects: number,
): readonly CustomerScope[] {
  if (flow === 'in-advance') return ['all', 'none'];
  return serviceProjects > 0 ? ['all', 'related'] : ['all', 'related', 'none'];
}

/**
 * Why a plan leaves somebody out; null for whoever comes along. All customers are those "who have
 * ever created a request via the customer portal or email channel": one who is only referenced is
 * among the related ones and not among all. Former customers arrive with the data that names them,
 * whatever was chosen.
 */
export function exclusionOf(
  { row, channel, userKey }: Pick<ServerPerson, 'row' | 'channel' | 'userKey'>,
  { customers, users, flow }: ServerChoice,
  { related, members }: AssociatedKeys,
): Exclusion | null {
  if (row === 'former') return null;
  if (row === 'licensed') {
    if (flow === 'in-advance' || users === 'all' || related.has(userKey)) return null;
    return users === 'related-and-members' && members.has(userKey) ? null : 'not-related';
  }
  if (customers === 'none') return 'no-customers';
  if (customers === 'related') return related.has(userKey) ? null : 'not-related';
  return channel === null ? 'never-raised-a-request' : null;
}

/** Why each person is left out, by user key. A merged account is left out only when nobody in it is taken. */
export function exclusionsOf(
  people: readonly FixedPerson[],
  choice: ServerChoice,
  associated: AssociatedKeys,
): ReadonlyMap<string, Exclusion | null> {
  const own = new Map(
    people.map(({ person }) => [person.userKey, exclusionOf(person, choice, associated)]),
  );
  const outcomes = new Map(people.map(({ person, outcome }) => [person.userKey, outcome]));
  return new Map(
    people.map(({ person: { userKey }, outcome }) => {
      const account = accountKeys(userKey, outcome, outcomes);
      const isTaken = account.some((key) => (own.get(key) ?? null) === null);
      return [userKey, isTaken ? null : (own.get(userKey) ?? null)];
    }),
  );
}

/** Everybody who arrives as one account with this person. */
function accountKeys(
  userKey: string,
  outcome: FixOutcome,
  outcomes: ReadonlyMap<string, FixOutcome>,
): string[] {
  const main = outcome.kind === 'merged' ? outcome.into : userKey;
  const account = outcomes.get(main);
  return [main, ...(account?.kind === 'arrives' ? account.merged : [])];
}
