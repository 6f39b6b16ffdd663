/** Milliseconds since the Unix epoch. Simulated unless a name says wall. */
export type Instant = number;

/** Simulated time as stored: what it was at a wall instant, and how fast it has run since. */
export type Clock = {
  readonly simulatedAt: Instant;
  readonly wallAt: Instant;
  /** Simulated milliseconds per wall millisecond; 0 is paused. */
  readonly speed: number;
};

/** One simulated minute, in milliseconds. */
export const MINUTE_MS = 60_000;

/** The simulated instant at a wall instant. A wall clock set back never turns simulated time back. */
export function simulatedNow(clock: Clock, wallNow: Instant): Instant {
  return clock.simulatedAt + Math.max(0, wallNow - clock.wallAt) * clock.speed;
}

/** The same simulated instant, running at another speed from here on. */
export function withSpeed(clock: Clock, wallNow: Instant, speed: number): Clock {
  return { simulatedAt: simulatedNow(clock, wallNow), wallAt: wallNow, speed };
}

/** Jumps forward to an instant; one that has passed already changes nothing. */
export function jumpTo(clock: Clock, wallNow: Instant, at: Instant): Clock {
  const simulatedAt = Math.max(at, simulatedNow(clock, wallNow));
  return { simulatedAt, wallAt: wallNow, speed: clock.speed };
}
