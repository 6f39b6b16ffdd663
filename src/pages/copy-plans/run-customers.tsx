import { useQuery } from '@tanstack/react-query';
import { copyPlanQueries } from '#src/client/copy-plans.ts';
import { type BlockPlace, wholeList } from '#src/client/whole-list.ts';
import type { CopyPlan } from '#src/contract/wire.ts';
import { wordsOf } from './flow-words.ts';
import { outcomeColumns, runningColumns } from './outcome-columns.tsx';
import { OutcomeList, useOutcomeParams } from './outcome-list.tsx';
import { whileRunning } from './poll-while-running.ts';

/** What the run did, customer by customer; while it runs, who is still to come. */
export function RunCustomers({ plan }: { readonly plan: CopyPlan }) {
  const list = useOutcomeParams();
  const { search } = list;
  const { action } = list.filters;
  const outcomesAt = ({ offset, limit }: BlockPlace) => ({
    ...copyPlanQueries.outcomes(plan.id, { search, offset, limit, ...(action && { action }) }),
    refetchInterval: whileRunning(plan),
  });
  const outcomes = useQuery(outcomesAt(list));
  const isRunning = plan.state === 'running';
  return (
    <OutcomeList
      plan={plan}
      caption={`${wordsOf(plan).People} and what the run ${isRunning ? 'does' : 'did'}`}
      query={outcomes}
      list={list}
      whole={wholeList(list.whole, outcomesAt)}
      columns={isRunning ? runningColumns(plan) : outcomeColumns(plan)}
    />
  );
}
