import { useEffect, useState } from 'react';
import type { Workspace } from '#src/contract/wire.ts';

const TICK_MS = 500;

/**
 * The simulated time for display, ticking while the clock runs. `readAt` is the wall instant at
 * which the workspace was read. What happens by then is the backend's to say, not this clock's.
 */
export function useSimulatedNow({ clock }: Workspace, readAt: number): number {
  const [wallNow, setWallNow] = useState(readAt);

  useEffect(() => {
    if (clock.speed === 0) return;
    const timer = setInterval(() => setWallNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [clock.speed]);

  return clock.now + Math.max(0, wallNow - readAt) * clock.speed;
}
