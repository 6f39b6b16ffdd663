/* Gathers what the pre-migration checks that only a server has look at, from the present data. */
import type { CopyPlan } from '../domain/copy-plan.ts';
import type { CheckedPerson, ServerCheckFacts } from '../domain/server-checks.ts';
import { exclusionsOf } from '../domain/server-choice.ts';
import type { FixedPerson } from '../domain/server-fixes.ts';
import type { CopyForecast } from './copy-forecast.ts';
import type { Tx } from './ports.ts';
import { fixedPeople } from './server-people.ts';
import { associatedKeys, choiceOf, serverOf } from './server-plan-people.ts';

/** Everything that they need of a server plan. @throws when the plan copies between sites. */
export function serverCheckFacts(
  tx: Tx,
  plan: CopyPlan,
  { outcomes, projects }: Pick<CopyForecast, 'outcomes' | 'projects'>,
): ServerCheckFacts {
  const siteId = plan.destinationSiteId;
  const { listed, migrated } = tx.queries.portalCustomerCounts(siteId);
  const people = fixedPeople(tx, serverOf(plan));
  const associated = associatedKeys(tx, plan, people);
  const exclusions = exclusionsOf(people, choiceOf(plan), associated);
  const userNames = new Map<string, string>(
    people.map(({ person }) => [person.id, person.userName]),
  );
  const isNamed = ({ person }: FixedPerson) => associated.related.has(person.userKey);
  return {
    running: tx.copyPlans
      .where({ state: 'running', destinationSiteId: siteId })
      .map(({ name }) => ({ name })),
    blocked: people.flatMap((fixed) => {
      const { person, outcome } = fixed;
      const isTaken = (exclusions.get(person.userKey) ?? null) === null;
      if (outcome.kind !== 'blocked' || !isTaken) return [];
      return [{ ...named(fixed), problem: outcome.problem }];
    }),
    inactiveDirectories: people
      .filter(({ person }) => person.former === 'inactive-directory')
      .map((fixed) => ({ ...named(fixed), why: isNamed(fixed) ? 'appears' : 'nowhere' })),
    arriving: outcomes.map((outcome) => {
      const { sourceServerUserId: id, email, name } = outcome;
      const userName = userNames.get(id ?? '') ?? '';
      const { sourceHolding, destinationHolding, action } = outcome;
      return { userName, email, name, why: null, sourceHolding, destinationHolding, action };
    }),
    leftOut: people.flatMap((fixed) => {
      const why = exclusions.get(fixed.person.userKey) ?? null;
      if (why === null || fixed.person.row !== 'customer') return [];
      return [{ ...named(fixed), why, isNamed: isNamed(fixed) }];
    }),
    projects,
    there: [
      { what: 'service-projects', count: tx.serviceProjects.count({ siteId }) },
      { what: 'portal-customers', count: listed - migrated },
      { what: 'requests', count: tx.requests.count({ siteId }) },
    ],
  };
}

function named({ person: { userName, email, name } }: FixedPerson): CheckedPerson {
  return { userName, email, name, why: null };
}
