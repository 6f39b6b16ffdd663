/* What other tabs change is read again: at once, once more at the end of a burst, and never without pause. */
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readChangesOf } from '#src/client/other-tabs.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A client whose screen takes so many milliseconds to read. */
function watched(tookMs = 0) {
  const client = new QueryClient();
  const readings: number[] = [];
  vi.spyOn(client, 'invalidateQueries').mockImplementation(() => {
    readings.push(performance.now());
    return new Promise((resolve) => setTimeout(resolve, tookMs));
  });
  const listeners = new Set<() => void>();
  const end = readChangesOf((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, client);
  const change = () => {
    for (const listener of listeners) listener();
  };
  const began = performance.now();
  return { change, end, readings: () => readings.map((at) => at - began) };
}

test('a burst of changes is read at once, and once more when it is over', async () => {
  const { change, readings } = watched();
  for (let n = 0; n < 20; n += 1) change();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(readings()).toEqual([0, 400]);
});

test('a single change is read once', async () => {
  const { change, readings } = watched();
  change();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(readings()).toEqual([0]);
  change();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(readings()).toEqual([0, 5_000]);
});

test('a screen that takes long to read is read less often', async () => {
  const { change, readings } = watched(500);
  change();
  await vi.advanceTimersByTimeAsync(100);
  change();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(readings()).toEqual([0, 2_500]);
});

test('nothing is read once the console is gone', async () => {
  const { change, end, readings } = watched();
  change();
  change();
  end();
  change();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(readings()).toEqual([0]);
});
