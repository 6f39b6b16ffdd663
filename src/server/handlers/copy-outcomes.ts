/* A forecast's rows, searched, filtered and paged in memory: it exists nowhere else. */
import { sourceIds } from '#src/application/copy-left-out.ts';
import { isFoundBy } from '#src/domain/search-key.ts';
import type { CopyOutcome, OutcomeAction } from '#src/domain/copy-plan.ts';

type OutcomePageQuery = {
  readonly search: string;
  readonly action?: OutcomeAction | undefined;
  readonly offset: number;
  readonly limit: number;
};

/** The page of outcomes that a query asks for. */
export function presentOutcomePage(outcomes: readonly CopyOutcome[], query: OutcomePageQuery) {
  const matching = outcomes.filter(
    (outcome) =>
      (query.action === undefined || outcome.action === query.action) &&
      isFoundBy(query.search, outcome),
  );
  const items = matching.slice(query.offset, query.offset + query.limit).map(presentOutcome);
  return { items, total: matching.length };
}

export function presentOutcome(outcome: CopyOutcome) {
  const holderId = sourceIds(outcome)[0] ?? '';
  return { ...outcome, holderId, attention: [...outcome.attention] };
}
