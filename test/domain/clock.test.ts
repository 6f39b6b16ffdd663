/* Simulated time as stored (design, section 2, Time): a value, moved by nobody but those who look. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jumpTo, simulatedNow, withSpeed, type Clock } from '#src/domain/clock.ts';

const clock: Clock = { simulatedAt: 1_000_000, wallAt: 500, speed: 60 };

test.each([
  ['at the instant it was set', 500, 1_000_000],
  ['a second later', 1_500, 1_060_000],
  ['an hour later', 3_600_500, 1_000_000 + 3_600_000 * 60],
])('%s, so much simulated time has passed', (_, wallNow, simulated) => {
  expect(simulatedNow(clock, wallNow)).toBe(simulated);
});

test('a paused clock stands still, however long', () => {
  const paused = withSpeed(clock, 1_500, 0);
  expect(simulatedNow(paused, 1_500)).toBe(1_060_000);
  expect(simulatedNow(paused, 1e12)).toBe(1_060_000);
});

test('going on after a pause goes on from where it stood', () => {
  const paused = withSpeed(clock, 1_500, 0);
  const again = withSpeed(paused, 9_999_999, 1);
  expect(simulatedNow(again, 9_999_999)).toBe(1_060_000);
  expect(simulatedNow(again, 10_000_099)).toBe(1_060_100);
});

test('another speed changes nothing about the time that has passed', () => {
  const faster = withSpeed(clock, 1_500, 600);
  expect(simulatedNow(faster, 1_500)).toBe(1_060_000);
  expect(simulatedNow(faster, 2_500)).toBe(1_660_000);
});

describe('a jump', () => {
  test('goes forward to its instant, and time runs on at the same speed', () => {
    const jumped = jumpTo(clock, 1_500, 2_000_000);
    expect(simulatedNow(jumped, 1_500)).toBe(2_000_000);
    expect(simulatedNow(jumped, 1_501)).toBe(2_000_060);
  });

  test('never goes back: an instant that has passed changes nothing', () => {
    const jumped = jumpTo(clock, 1_500, 1_000_001);
    expect(simulatedNow(jumped, 1_500)).toBe(1_060_000);
  });

  test('works while the clock is paused, which it stays', () => {
    const jumped = jumpTo(withSpeed(clock, 1_500, 0), 2_000, 3_000_000);
    expect([simulatedNow(jumped, 2_000), simulatedNow(jumped, 1e9)]).toEqual([
      3_000_000, 3_000_000,
    ]);
  });
});

describe('a wall clock that is set back', () => {
  test('does not turn simulated time back: it waits', () => {
    expect(simulatedNow(clock, 0)).toBe(1_000_000);
    expect(simulatedNow(clock, -1e12)).toBe(1_000_000);
  });

  test('lets time go on from there once somebody touches the clock', () => {
    const touched = withSpeed(clock, -1_000, 60);
    expect(simulatedNow(touched, -1_000)).toBe(1_000_000);
    expect(simulatedNow(touched, 0)).toBe(1_060_000);
  });
});

test('time never goes back while the wall clock goes on, whatever is done to the clock', () => {
  const change = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), by: fc.nat(100_000) }),
    fc.record({ kind: fc.constant('speed' as const), speed: fc.constantFrom(0, 0.5, 1, 60, 600) }),
    fc.record({ kind: fc.constant('jump' as const), at: fc.integer({ min: 0, max: 1e9 }) }),
  );
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      let [current, wallNow, before] = [clock, clock.wallAt, clock.simulatedAt];
      for (const next of changes) {
        if (next.kind === 'wait') wallNow += next.by;
        else if (next.kind === 'speed') current = withSpeed(current, wallNow, next.speed);
        else {
          current = jumpTo(current, wallNow, next.at);
          expect(simulatedNow(current, wallNow)).toBe(Math.max(before, next.at));
        }
        const now = simulatedNow(current, wallNow);
        expect(now).toBeGreaterThanOrEqual(before);
        // What changes the speed takes no time itself.
        if (next.kind === 'speed') expect(now).toBe(before);
        before = now;
      }
    }),
  );
});
