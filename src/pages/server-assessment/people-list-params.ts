/* The list of assessed people in the address, for the tiles above it too. */
import type { ListParams } from '#src/ui/use-list-params.ts';
import { OUTCOME_KINDS } from './assessment-words.ts';

const FILTERS = {
  problem: ['invalid', 'duplicated', 'everybody'],
  outcome: OUTCOME_KINDS,
} as const;

export const PEOPLE_LIST = { filters: FILTERS, hasSizes: true };

export type PeopleList = ListParams<typeof FILTERS, never>;

type Problem = (typeof FILTERS)['problem'][number];
type Outcome = (typeof FILTERS)['outcome'][number];

/** Tiles count everybody, so each shows exactly those whom it counts. */
export function togglesOf(list: PeopleList) {
  return {
    problem(problem: Problem | undefined) {
      list.setFilter('problem', problem);
      list.setFilter('outcome', undefined);
    },
    outcome(outcome: Outcome | undefined) {
      list.setFilter('problem', outcome === undefined ? undefined : 'everybody');
      list.setFilter('outcome', outcome);
    },
  };
}
