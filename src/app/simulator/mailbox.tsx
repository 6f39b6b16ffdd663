import { LinkButton } from '#src/ui/button.tsx';
import { Hint } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';

/** The way to the messages that would be sent. */
export function Mailbox() {
  return (
    <>
      <div>
        <LinkButton to={pathTo('mailbox')}>Open the mailbox</LinkButton>
      </div>
      <Hint>What customers would be sent, and of which changes nobody tells them.</Hint>
    </>
  );
}
