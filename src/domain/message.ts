import type { Instant } from './clock.ts';
import type { MessageId, SiteId } from './ids.ts';

/** A message that the real product would send; it goes to the simulated mailbox only. */
export type Message = {
  readonly id: MessageId;
  readonly siteId: SiteId;
  readonly at: Instant;
  readonly to: string;
  readonly kind: 'verify-email';
};
