/*
 * Words and the next step for everything that can be refused or fail. The catalogue of words is
 * loaded with the first problem: most visits have none.
 */
import { lazy } from 'react';
import { LatePart } from './late-part.tsx';
import type { ProblemWordsProps } from './problem-words.tsx';

const ProblemWords = lazy(async () => ({
  default: (await import('./problem-words.tsx')).ProblemWords,
}));

/** A refusal or failure in plain words, announced when it appears. */
export function ProblemMessage(props: ProblemWordsProps) {
  return (
    <LatePart>
      <ProblemWords {...props} />
    </LatePart>
  );
}
