/* What a finished run came to, read from the destination rather than from the forecast. */
import { classifyDestination } from '../domain/copy-forecast.ts';
import type { CopyPlan } from '../domain/copy-plan.ts';
import { countOpenable, indexByHolder, viewerOf } from '../domain/viewer.ts';
import { holdingsOn, routeOf } from './copy-people.ts';
import type { Tx } from './ports.ts';

/** Writes into each outcome what the person holds and can open on the destination now. */
export function measureOutcomes(tx: Tx, plan: CopyPlan): void {
  const { destination } = routeOf(tx, plan);
  const index = indexByHolder(tx.queries.attachedRequests(destination.id));
  for (const outcome of tx.copyOutcomes.where({ planId: plan.id })) {
    if (outcome.action === 'former-user') continue;
    const holdings = holdingsOn(tx, destination, outcome.emailKey);
    tx.copyOutcomes.put({
      ...outcome,
      afterHolding: classifyDestination(holdings),
      canOpenAfter: countOpenable(index, viewerOf(destination.id, holdings)),
    });
  }
}
