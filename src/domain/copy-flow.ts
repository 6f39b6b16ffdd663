/* The outcomes of a copy as a flow: from what customers have on the source to what happens to them. */
import type { CopyOutcome } from './copy-plan.ts';

/** So many customers with this account type on the source go this way, and end with that. */
export type CopyFlow = Pick<CopyOutcome, 'sourceHolding' | 'action' | 'afterHolding'> & {
  readonly count: number;
};

/** Counts outcomes by way, ordered by the words of the way. Every customer is in exactly one. */
export function copyFlows(
  outcomes: readonly Pick<CopyOutcome, 'sourceHolding' | 'action' | 'afterHolding'>[],
): CopyFlow[] {
  const flows = new Map<string, CopyFlow>();
  for (const { sourceHolding, action, afterHolding } of outcomes) {
    const way = `${sourceHolding} ${action} ${afterHolding}`;
    const count = (flows.get(way)?.count ?? 0) + 1;
    flows.set(way, { sourceHolding, action, afterHolding, count });
  }
  return [...flows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, flow]) => flow);
}
