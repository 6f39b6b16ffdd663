/* The days that the log is narrowed to, in the address. Days are UTC, like every simulated time. */
import { useSearchParams } from 'react-router-dom';

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export type DayRange = {
  /** `2026-03-02`, or empty. */
  readonly from: string;
  readonly to: string;
  /** The instants of the question: from the first moment of one day up to the end of the other. */
  readonly question: { readonly from?: number; readonly to?: number };
  readonly set: (name: 'from' | 'to', day: string) => void;
  /** Ends every search and filter of the list, these included. */
  readonly clearAll: () => void;
};

/** Reads the address and writes it; what is no day is ignored. */
export function useDayRange(): DayRange {
  const [params, setParams] = useSearchParams();
  const from = dayOf(params.get('from'));
  const to = dayOf(params.get('to'));
  return {
    from,
    to,
    question: {
      ...(from !== '' && { from: Date.parse(from) }),
      ...(to !== '' && { to: Date.parse(to) + DAY_MS }),
    },
    set(name, day) {
      const next = new URLSearchParams(params);
      if (day === '') next.delete(name);
      else next.set(name, day);
      next.delete('page');
      setParams(next, { replace: true });
    },
    clearAll: () => setParams({}, { replace: true }),
  };
}

function dayOf(text: string | null): string {
  return text !== null && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}
