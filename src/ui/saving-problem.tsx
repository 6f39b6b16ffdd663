/*
 * Why a form could not be saved. Where somebody else changed the record meanwhile, both are shown
 * side by side, and the way on is to keep one's own or to take what is there.
 *
 *   <SavingProblem error={saving.error} fields={...} onKeep={() => save(fresh.version)} onTake={close} />
 *
 * A form keeps the version of the record that it began with, from its first entry on: what other
 * tabs change must neither refill it nor slip a newer version under it.
 */
import { lazy } from 'react';
import { isStale, type ConflictField } from './conflict-fields.ts';
import { LatePart } from './late-part.tsx';
import { ProblemMessage } from './problem-message.tsx';

const RecordConflict = lazy(async () => ({
  default: (await import('./record-conflict.tsx')).RecordConflict,
}));

type SavingProblemProps = {
  /** What saving threw. */
  readonly error: unknown;
  /** What was entered and what is there now; only what differs is shown. */
  readonly fields: readonly ConflictField[];
  /** Saves what was entered over what is there now. */
  readonly onKeep: () => void;
  /** Gives up what was entered. */
  readonly onTake: () => void;
  readonly whyNotKeep?: string | undefined;
};

/** Nothing where nothing was refused. */
export function SavingProblem({ error, fields, ...edit }: SavingProblemProps) {
  if (!error) return null;
  if (!isStale(error)) return <ProblemMessage error={error} />;
  return (
    <LatePart>
      <RecordConflict error={error} fields={fields} edit={edit} />
    </LatePart>
  );
}
