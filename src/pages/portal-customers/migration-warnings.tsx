import { SectionMessage } from '#src/ui/section-message.tsx';
import type { Consequences } from './request-words.ts';

/** What an administrator would regret not having read. */
export function MigrationWarnings({ consequences }: { readonly consequences: Consequences }) {
  const { account, willFail } = consequences;
  if (willFail) {
    return (
      <SectionMessage tone="error" title="This migration will fail">
        The Atlassian account with this e-mail address is deactivated and cannot take over. The
        customer would be active again at the end, with nothing moved.
      </SectionMessage>
    );
  }
  if (account.state === 'suspended') {
    return (
      <SectionMessage tone="warning" title="The Atlassian account is suspended">
        The customer stays without access to every request until an admin restores the access of
        that account.
      </SectionMessage>
    );
  }
  return null;
}
