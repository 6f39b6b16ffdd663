/* Simulated instants in words. Everything is UTC and says so: a rehearsal has no time zone. */
import { createContext, type ReactNode, useContext } from 'react';
import { countOf } from './count.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  { unit: 'year', size: 365 * DAY },
  { unit: 'month', size: 30 * DAY },
  { unit: 'day', size: DAY },
  { unit: 'hour', size: HOUR },
  { unit: 'minute', size: MINUTE },
] as const;

/** "Nov 22, 2026", or "Nov 22, 2026, 8:06 AM UTC". */
export function formatInstant(at: number, format: 'date' | 'date-time' = 'date'): string {
  const instant = new Date(at);
  const date = `${MONTHS[instant.getUTCMonth()]} ${instant.getUTCDate()}, ${instant.getUTCFullYear()}`;
  if (format === 'date') return date;
  const hours = instant.getUTCHours();
  const minutes = String(instant.getUTCMinutes()).padStart(2, '0');
  return `${date}, ${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'} UTC`;
}

/** "3 days ago", by simulated time. */
export function formatRelative(at: number, now: number): string {
  const step = STEPS.find(({ size }) => Math.abs(now - at) >= size);
  if (!step) return 'just now';
  // Made where it is needed: the first screens need none, and it is slow to make.
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  return relative.format(Math.trunc((at - now) / step.size), step.unit);
}

/** "less than a minute", "7 minutes", "1 hour 20 minutes", "3 days". */
export function formatDuration(ms: number): string {
  const minutes = Math.ceil(ms / MINUTE);
  if (ms < MINUTE) return 'less than a minute';
  if (ms >= 2 * DAY) return countOf(Math.round(ms / DAY), { one: 'day', other: 'days' });
  const hours = Math.floor(minutes / 60);
  const parts = [
    hours > 0 && countOf(hours, { one: 'hour', other: 'hours' }),
    minutes % 60 > 0 && countOf(minutes % 60, { one: 'minute', other: 'minutes' }),
  ];
  return parts.filter(Boolean).join(' ');
}

const SimulatedNow = createContext<number | null>(null);

/** Tells everything below what the simulated now is. */
export function SimulatedNowProvider({
  now,
  children,
}: {
  readonly now: number | null;
  readonly children: ReactNode;
}) {
  return <SimulatedNow value={now}>{children}</SimulatedNow>;
}

type InstantProps = {
  /** Milliseconds since the Unix epoch, simulated time; null where it never happened. */
  readonly at: number | null;
  readonly format?: 'date' | 'date-time' | 'relative';
  /** Shown for null. */
  readonly none?: string;
};

/** A point in simulated time; the exact time is its tooltip. */
export function Instant({ at, format = 'date', none = 'Never' }: InstantProps) {
  const now = useContext(SimulatedNow);
  if (at === null) return none;
  const exact = formatInstant(at, 'date-time');
  const isRelative = format === 'relative' && now !== null;
  return (
    <time dateTime={new Date(at).toISOString()} title={exact}>
      {isRelative
        ? formatRelative(at, now)
        : formatInstant(at, format === 'relative' ? 'date' : format)}
    </time>
  );
}
