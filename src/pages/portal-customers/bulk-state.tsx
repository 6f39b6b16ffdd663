import type { Job, JobItem } from '#src/contract/wire.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';

type Words = { readonly label: string; readonly tone: LozengeTone };

const JOB_STATES: Readonly<Record<Job['state'], Words>> = {
  running: { label: 'Running', tone: 'inprogress' },
  stopped: { label: 'Stopped', tone: 'moved' },
  finished: { label: 'Finished', tone: 'success' },
  failed: { label: 'Failed', tone: 'removed' },
};

const ITEM_STATES: Readonly<Record<JobItem['state'], Words>> = {
  waiting: { label: 'Waiting', tone: 'default' },
  done: { label: 'Done', tone: 'success' },
  failed: { label: 'Failed', tone: 'removed' },
};

/** How a bulk step stands. */
export function BulkJobState({ state }: Pick<Job, 'state'>) {
  return <Lozenge tone={JOB_STATES[state].tone}>{JOB_STATES[state].label}</Lozenge>;
}

/** What became of one customer. */
export function BulkItemState({ state }: Pick<JobItem, 'state'>) {
  return <Lozenge tone={ITEM_STATES[state].tone}>{ITEM_STATES[state].label}</Lozenge>;
}
