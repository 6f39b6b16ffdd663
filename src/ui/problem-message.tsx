/* Words and the next step for everything that can be refused or fail. */
import type { ReactNode } from 'react';
import { Button, LinkButton } from './button.tsx';
import { pathTo } from './paths.ts';
import { problemCode, problemText } from './problem-text.ts';
import { SectionMessage } from './section-message.tsx';

type ProblemMessageProps = {
  /** Whatever a hook threw. */
  readonly error: unknown;
  readonly retry?: (() => unknown) | undefined;
  /** Replaces "Try again" where there is a better way on. */
  readonly actions?: ReactNode;
};

/** A refusal or failure in plain words, announced when it appears. */
export function ProblemMessage({ error, retry, actions }: ProblemMessageProps) {
  const { title, description } = problemText(error);
  return (
    <div role="alert">
      <SectionMessage
        tone="error"
        title={title}
        actions={actions ?? (retry && <WayOn error={error} retry={retry} />)}
      >
        {description}
      </SectionMessage>
    </div>
  );
}

type WayOnProps = { readonly error: unknown; readonly retry: () => unknown };

/** Trying again helps after a fault; what does not exist or may not be seen stays so. */
function WayOn({ error, retry }: WayOnProps) {
  const code = problemCode(error);
  if (code === 'forbidden') return null;
  if (code === 'not-found') {
    return (
      <LinkButton appearance="link" to={pathTo('organizations')}>
        Go to your organizations
      </LinkButton>
    );
  }
  return (
    <Button appearance="link" onPress={() => void retry()}>
      Try again
    </Button>
  );
}
