/*
 * A step that was asked for a record which somebody else had changed: says what it is now.
 *
 *   const stale = useStaleStep(change.error, query.data, customerFacts);
 *   … stale.asked(shown); change.mutate({ version: shown.version });
 *   <ConfirmDialog error={change.error} refusal={stale.refusal} …>
 */
import { lazy, useState, type ReactNode } from 'react';
import { facing, isStale, type Fact } from './conflict-fields.ts';
import { LatePart } from './late-part.tsx';

const RecordConflict = lazy(async () => ({
  default: (await import('./record-conflict.tsx')).RecordConflict,
}));

type StaleStep<Shown> = {
  /** To be told of the record with which the step is asked for. */
  readonly asked: (shown: Shown) => void;
  /** Stands for the words of the refusal; undefined for any other. */
  readonly refusal: ReactNode | undefined;
};

/** `now` is the record as last read: a refusal is known once it was read again. */
export function useStaleStep<Shown>(
  error: unknown,
  now: Shown | undefined,
  factsOf: (record: Shown) => readonly Fact[],
): StaleStep<Shown> {
  const [seen, setSeen] = useState<{ readonly facts: readonly Fact[] } | null>(null);
  const isShown = isStale(error) && seen !== null && now !== undefined;
  return {
    asked: (shown) => setSeen({ facts: factsOf(shown) }),
    refusal: isShown ? (
      <LatePart>
        <RecordConflict error={error} fields={facing(seen.facts, factsOf(now))} />
      </LatePart>
    ) : undefined,
  };
}
