import type { PortalCustomerDetail } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';

export type Consequences = NonNullable<PortalCustomerDetail['consequences']>;

/** "4 requests raised, 2 more taken part in" */
export function requestsOf(consequences: Consequences): string {
  const { requestsMoved, requestsParticipatingMoved } = consequences;
  const raised = `${countOf(requestsMoved, { one: 'request', other: 'requests' })} raised`;
  if (requestsParticipatingMoved === 0) return raised;
  return `${raised}, participant of ${countOf(requestsParticipatingMoved, { one: 'request', other: 'requests' })}`;
}
