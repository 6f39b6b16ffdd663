/* Says how work ended that ends while somebody looks, whatever screen is open. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Job, Organization } from '#src/contract/wire.ts';
import { useFlags } from '#src/ui/flags.tsx';

type EndedWorkProps = {
  readonly running: readonly Job[];
  /** The organization on screen. */
  readonly organization: Organization | undefined;
  /** Simulated instant of the latest answer. */
  readonly now: number | undefined;
};

/**
 * Watches the running jobs and shows a flag, once, for each that leaves them: for what began while
 * the console was open, and for what concerns the organization on screen. A scenario may have work
 * running elsewhere, and that would be news about strangers.
 */
export function EndedWork({ running, organization, now }: EndedWorkProps) {
  const client = useQueryClient();
  const flags = useFlags();
  const watched = useRef<readonly Job[]>([]);
  const openedAt = useRef(Infinity);
  const isHere = useRef<(job: Job) => boolean>(() => false);

  useEffect(() => {
    // Earlier again after a reset, which begins anew.
    if (now !== undefined) openedAt.current = Math.min(openedAt.current, now);
    isHere.current = ({ siteId, startedAt }) =>
      startedAt >= openedAt.current || !!organization?.sites.some(({ id }) => id === siteId);
  }, [now, organization]);

  useEffect(() => {
    const still = new Set(running.map(({ id }) => id));
    const ended = watched.current.filter((job) => !still.has(job.id) && isHere.current(job));
    watched.current = running;
    for (const job of ended) {
      // The words come with the first end: no screen waits for them.
      void import('./ended-work-flag.ts')
        .then(({ endedWorkFlag }) => endedWorkFlag(client, job))
        // A workspace that was replaced meanwhile has no such record, and nothing to tell.
        .catch(() => null)
        .then((flag) => flag && flags.show(flag));
    }
  }, [client, flags, running]);

  return null;
}
