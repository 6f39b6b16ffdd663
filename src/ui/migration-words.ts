/* Migrations from a server in words (S4; domain.md 7.1, 7.3). */
import type { ServerMigration } from '#src/contract/wire.ts';
import { labels } from './labels.ts';
import type { LozengeTone } from './lozenge.tsx';

type Word = ServerMigration['word'];

/** The documented statuses, with what each means. */
export const MIGRATION_WORDS: Readonly<
  Record<Word, { readonly label: string; readonly tone: LozengeTone; readonly meaning: string }>
> = {
  saved: {
    label: 'SAVED',
    tone: 'default',
    meaning: 'Set up and not run yet. It can be edited, run or deleted.',
  },
  running: {
    label: 'RUNNING',
    tone: 'inprogress',
    meaning: 'People and data are on their way to the destination.',
  },
  finished: {
    label: 'FINISHED',
    tone: 'success',
    meaning: 'Everything that it includes has been dealt with.',
  },
  stopped: {
    label: 'STOPPED',
    tone: 'moved',
    meaning:
      'Somebody stopped it. The step under way was finished first, what arrived stays, and it cannot be resumed.',
  },
  incomplete: {
    label: 'INCOMPLETE',
    tone: 'removed',
    meaning:
      'A fault ended it after some data had arrived, which may need cleaning up before another try.',
  },
  failed: {
    label: 'FAILED',
    tone: 'removed',
    meaning: 'A fault ended it before anything arrived, so there is nothing to clean up.',
  },
};

/** The statuses in the order of a migration's life. */
export const MIGRATION_STATUSES = [
  'saved',
  'running',
  'finished',
  'stopped',
  'incomplete',
  'failed',
] as const satisfies readonly Word[];

/** Which card of the assistant a migration was begun from. */
export function flowLabel(flow: ServerMigration['flow']): string {
  return flow === 'in-advance' ? labels.migrateInAdvance : labels.migrateYourData;
}
