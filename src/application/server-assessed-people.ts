/* The people of an assessment one by one, with what the chosen fixes make of each. */
import type { DomainError } from '../domain/errors.ts';
import { ok, type Result } from '../domain/result.ts';
import { isFoundBy, searchKey } from '../domain/search-key.ts';
import { addressFault } from '../domain/server-assessment.ts';
import type { FixedPerson, FixOutcome } from '../domain/server-fixes.ts';
import type { Context, ListQuery, Page, Tx } from './ports.ts';
import { assessedServer } from './server-assessment.ts';
import { fixedPeople } from './server-people.ts';

/** Whom to list: those with one problem, with any, or everybody who was assessed. */
type WhoToList = 'invalid' | 'duplicated' | 'any' | 'everybody';

export type AssessedRow = Omit<FixedPerson, 'outcome'> & {
  /** Why the address is invalid; null where it is not. */
  readonly fault: string | null;
  /** How many users have the address, this one among them. */
  readonly sharing: number;
  /** User keys as user names, and at most some of those who were merged. */
  readonly outcome:
    | Exclude<FixOutcome, { kind: 'arrives' }>
    | (Omit<Extract<FixOutcome, { kind: 'arrives' }>, 'merged'> & {
        readonly mergedNames: readonly string[];
        readonly mergedCount: number;
      });
};

const SHOWN_MERGED = 5;

/**
 * A page of people: invalid addresses first, then the duplicated ones with those who share one
 * beside each other, then the rest; each by user name.
 */
export function listAssessedPeople(
  tx: Tx,
  input: ListQuery & {
    readonly serverId: string;
    readonly problem: WhoToList;
    readonly outcome?: FixOutcome['kind'] | undefined;
  },
  context: Context,
): Result<Page<AssessedRow>, DomainError> {
  const found = assessedServer(tx, input.serverId, context);
  if (!found.ok) return found;
  const all = fixedPeople(tx, found.value.server.id).filter(
    ({ person }) => person.row !== 'former',
  );
  const matching = all.filter(
    (fixed) =>
      isListed(fixed, input.problem) &&
      (input.outcome === undefined || fixed.outcome.kind === input.outcome) &&
      isFound(fixed, input.search),
  );
  const sharing = new Map<string, number>();
  for (const { person } of all) {
    sharing.set(person.emailKey, (sharing.get(person.emailKey) ?? 0) + 1);
  }
  const names = new Map(all.map(({ person }) => [person.userKey, person.userName]));
  const items = inOrder(matching)
    .slice(input.offset, input.offset + input.limit)
    .map((fixed) => rowOf(fixed, sharing, names));
  return ok({ items, total: matching.length });
}

function isListed({ problem }: FixedPerson, who: WhoToList): boolean {
  if (who === 'everybody') return true;
  return who === 'any' ? problem !== null : problem === who;
}

/** By user name too: it is what a server tells its users by. And by the address that a fix gives. */
function isFound({ person, outcome }: FixedPerson, search: string): boolean {
  if (isFoundBy(search, person)) return true;
  const wanted = searchKey(search);
  if (searchKey(person.userName).includes(wanted)) return true;
  return outcome.kind === 'arrives' && searchKey(outcome.email).includes(wanted);
}

/** People come in the order of their user names, and sorting keeps that among equals. */
function inOrder(people: readonly FixedPerson[]): FixedPerson[] {
  return people.toSorted((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    if (a.problem !== 'duplicated' || a.person.emailKey === b.person.emailKey) return 0;
    return a.person.emailKey < b.person.emailKey ? -1 : 1;
  });
}

function rank({ problem }: FixedPerson): number {
  return RANKS[problem ?? 'none'];
}

const RANKS = { invalid: 0, duplicated: 1, none: 2 } as const;

function rowOf(
  { person, problem, outcome }: FixedPerson,
  sharing: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): AssessedRow {
  const nameOf = (userKey: string) => names.get(userKey) ?? userKey;
  const fault = problem === 'invalid' ? addressFault(person.email) : null;
  return {
    person,
    problem,
    fault: fault?.code === 'email-invalid' ? fault.reason : (fault?.code ?? null),
    sharing: sharing.get(person.emailKey) ?? 1,
    outcome: outcomeOf(outcome, nameOf),
  };
}

function outcomeOf(outcome: FixOutcome, nameOf: (userKey: string) => string) {
  if (outcome.kind === 'merged') return { ...outcome, into: nameOf(outcome.into) };
  if (outcome.kind !== 'arrives') return outcome;
  const { merged, ...rest } = outcome;
  return {
    ...rest,
    mergedNames: merged.slice(0, SHOWN_MERGED).map(nameOf),
    mergedCount: merged.length,
  };
}
