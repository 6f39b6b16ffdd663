import type { Instant } from './clock.ts';
import type { MessageId, SiteId } from './ids.ts';

/**
 * What somebody is told, or is not told, when an account changes. `sent` kinds are messages of the
 * real product; the others note a change of which the person hears nothing.
 */
export const MESSAGE_KINDS = {
  /** A new Atlassian account must verify its address (S1). */
  'verify-email': { sent: true },
  /** Invited to a product (S1, "invited to an Atlassian product"). */
  'product-invitation': { sent: true },
  /** Invited to the help center with an Atlassian account or a portal-only one (domain.md 3.4). */
  'customer-invitation': { sent: true },
  /** A portal-only customer sets a first password (domain.md 3.1, CHPW). */
  'set-password': { sent: true },
  /** An administrator changed the password of a portal-only account. */
  'password-changed': { sent: true },
  'migrated-to-existing-account': { sent: false },
  'name-changed': { sent: false },
  'access-revoked': { sent: false },
  'access-granted': { sent: false },
  'account-deleted': { sent: false },
  'access-suspended': { sent: false },
  'access-restored': { sent: false },
  'removed-from-organization': { sent: false },
  'role-changed': { sent: false },
  'converted-to-portal-only': { sent: false },
  /** One entry a run: copied customers receive no message (S2). `to` is empty. */
  'copied-without-message': { sent: false },
} as const satisfies Record<string, { readonly sent: boolean }>;

export type MessageKind = keyof typeof MESSAGE_KINDS;

/** An entry of the simulated mailbox; nothing of it ever leaves the browser. */
export type Message = {
  readonly id: MessageId;
  readonly siteId: SiteId;
  readonly at: Instant;
  /** The address as given; empty for an entry about many. */
  readonly to: string;
  readonly kind: MessageKind;
  /** What the words need beside the address: a name, a count. Never a secret. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};
