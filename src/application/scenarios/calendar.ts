/* When things happened in a scenario: everything is counted from one fixed simulated instant. */
import { MINUTE_MS, type Instant } from '../../domain/clock.ts';
import type { Random } from './random.ts';

/** Simulated time when a scenario opens: Monday 2 March 2026, 09:00 UTC. */
export const SCENARIO_START: Instant = Date.UTC(2026, 2, 2, 9);

export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The instant so many days before the scenario opens. */
export function daysAgo(days: number): Instant {
  return SCENARIO_START - days * DAY_MS;
}

/** An instant within the bounds, mostly in working hours of a working day. */
export function workingTime(random: Random, from: Instant, until: Instant): Instant {
  const somewhere = from + random.float() * Math.max(0, until - from);
  const day = Math.floor(somewhere / DAY_MS);
  // The epoch was a Thursday; 0 is Monday.
  const weekday = (day + 3) % 7;
  const workday = weekday > 4 ? day - (weekday - 4) : day;
  const time = workday * DAY_MS + 7 * HOUR_MS + random.below(11 * HOUR_MS);
  return Math.max(from, Math.min(until, time));
}

/** As `workingTime`, but later instants are more likely. */
export function recentTime(random: Random, from: Instant, until: Instant): Instant {
  return Math.max(workingTime(random, from, until), workingTime(random, from, until));
}
