/* What a run came to, read from the destination rather than from the forecast. */
import { classifyDestination } from '../domain/copy-forecast.ts';
import type { CopyOutcome, CopyPlan } from '../domain/copy-plan.ts';
import { FORMER_USER } from '../domain/ids.ts';
import { countOpenable, indexByHolder, viewerOf, type AttachmentIndex } from '../domain/viewer.ts';
import { holdingsOn } from './holders.ts';
import type { Tx } from './ports.ts';

/**
 * Each outcome with what the person holds and can open on the destination now. Of a run that ended
 * early (`isWhole` false) also who was not copied, and what arrived rather than what would have.
 */
export function measureRun(tx: Tx, plan: CopyPlan, isWhole: boolean): CopyOutcome[] {
  const destination = tx.sites.get({ id: plan.destinationSiteId });
  if (!destination) throw new Error(`Plan ${plan.id} names a site that is gone`);
  const index = indexByHolder(tx.queries.attachedRequests(destination.id));
  const arrived = isWhole ? null : arrivedWith(tx, plan);
  return tx.copyOutcomes.where({ planId: plan.id }).map((outcome) => {
    const result = arrived ? cutOff(outcome, arrived) : outcome;
    if (result.action === 'former-user') return result;
    // A deleted customer opens nothing, whoever holds the address (design, section 2).
    if (result.sourceHolding === 'deleted' && result.state === 'pending') return result;
    const holdings = holdingsOn(tx, destination, outcome.emailKey);
    return {
      ...result,
      afterHolding: classifyDestination(holdings),
      canOpenAfter: countOpenable(index, viewerOf(destination.id, holdings)),
    };
  });
}

function cutOff(outcome: CopyOutcome, arrived: AttachmentIndex): CopyOutcome {
  if (outcome.state === 'pending') {
    return { ...outcome, action: 'not-copied', attention: [], arriving: 0 };
  }
  const { attachedTo } = outcome;
  const isNobody = attachedTo === null || attachedTo === FORMER_USER;
  return { ...outcome, arriving: isNobody ? 0 : (arrived.get(attachedTo)?.length ?? 0) };
}

/** The requests that this run brought, by whom they are attached to. */
function arrivedWith(tx: Tx, plan: CopyPlan): AttachmentIndex {
  const links = tx.copyLinks.where({ planId: plan.id, kind: 'request' });
  const brought = new Set<string>(links.map(({ destinationId }) => destinationId));
  const { attachedRequests } = tx.queries;
  return indexByHolder(
    attachedRequests(plan.destinationSiteId).filter(({ id }) => brought.has(id)),
  );
}
