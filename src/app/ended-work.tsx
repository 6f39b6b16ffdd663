/* Says how work ended that ends while somebody looks, whatever screen is open. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Job } from '#src/contract/wire.ts';
import { useFlags } from '#src/ui/flags.tsx';

/** Watches the running jobs and shows a flag, once, for each that leaves them. */
export function EndedWork({ running }: { readonly running: readonly Job[] }) {
  const client = useQueryClient();
  const flags = useFlags();
  const watched = useRef<readonly Job[]>([]);

  useEffect(() => {
    const still = new Set(running.map(({ id }) => id));
    const ended = watched.current.filter(({ id }) => !still.has(id));
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
