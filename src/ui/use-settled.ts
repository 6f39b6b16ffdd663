import { useEffect, useState } from 'react';

const TYPING_PAUSE_MS = 250;

/** The value once it has not changed for a moment, so that not every letter asks the backend. */
export function useSettled<T>(value: T, pauseMs = TYPING_PAUSE_MS): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return settled;
}
