/* Words and the next step for everything that can be refused or fail. */
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { problemText } from './problem-text.ts';
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
        actions={
          actions ??
          (retry && (
            <Button appearance="link" onPress={() => void retry()}>
              Try again
            </Button>
          ))
        }
      >
        {description}
      </SectionMessage>
    </div>
  );
}
