import { useState } from 'react';
import { useFlags } from './flags.tsx';

/** Work behind a button: busy until it is done, and a flag says so when it fails. */
export function useReportedWork() {
  const [isBusy, setIsBusy] = useState(false);
  const flags = useFlags();

  async function start(work: () => Promise<void>): Promise<void> {
    setIsBusy(true);
    try {
      await work();
    } catch (error) {
      flags.showProblem(error);
    } finally {
      setIsBusy(false);
    }
  }

  return { isBusy, start: (work: () => Promise<void>) => void start(work) };
}
