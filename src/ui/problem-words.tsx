/* The loaded part of `ProblemMessage` and of a refused list: the catalogue's words and the way on. */
import type { ReactNode } from 'react';
import { Button, LinkButton } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { pathTo } from './paths.ts';
import { problemCode } from './problem-code.ts';
import { problemText } from './problem-text.ts';
import { SectionMessage } from './section-message.tsx';

export type ProblemWordsProps = {
  /** Whatever a hook threw. */
  readonly error: unknown;
  readonly retry?: (() => unknown) | undefined;
  /** Replaces "Try again" where there is a better way on. */
  readonly actions?: ReactNode;
  /** In the place of a whole list instead of above something. */
  readonly isWholePlace?: boolean;
};

/** A refusal or failure in plain words, announced when it appears. */
export function ProblemWords({ error, retry, actions, isWholePlace = false }: ProblemWordsProps) {
  const { title, description } = problemText(error);
  return (
    <div role="alert">
      {isWholePlace ? (
        <EmptyState image="locked" title={title} description={description} />
      ) : (
        <SectionMessage
          tone="error"
          title={title}
          actions={actions ?? (retry && <WayOn error={error} retry={retry} />)}
        >
          {description}
        </SectionMessage>
      )}
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
