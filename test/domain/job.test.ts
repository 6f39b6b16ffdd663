/* Long work as a value: when each item is due, and how the job advances. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advanced, itemDueAt, resumed, stopped, type Job } from '#src/domain/job.ts';

const START = Date.UTC(2026, 2, 2, 9);

function jobOf(total: number, lengthMs: number, startedAt = START): Job {
  return {
    id: 'job_x',
    kind: 'copy',
    subjectId: 'plan_x',
    siteId: 'site_x',
    state: 'running',
    actor: 'organization-admin',
    startedAt,
    endsAt: startedAt + lengthMs,
    total,
    done: 0,
  };
}

/** Jobs of real and of odd sizes: many items in little time, a few in much. */
const job = fc
  .record({
    total: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 20_000 })),
    lengthMs: fc.oneof(fc.nat(100), fc.nat(60 * 60_000)),
    startedAt: fc.constantFrom(0, 7, START, START + 1),
  })
  .map(({ total, lengthMs, startedAt }) => jobOf(total, lengthMs, startedAt));

test('four items in eight minutes are due every two', () => {
  const four = jobOf(4, 8 * 60_000);
  const minutes = [0, 1, 2, 3].map((index) => (itemDueAt(four, index) - START) / 60_000);
  expect(minutes).toEqual([2, 4, 6, 8]);
});

test('items fall due in order, none before the start is over, the last exactly at the end', () => {
  fc.assert(
    fc.property(job, fc.nat(), (each, picked) => {
      const index = picked % each.total;
      const at = itemDueAt(each, index);
      expect(Number.isInteger(at)).toBe(true);
      expect(at).toBeGreaterThanOrEqual(each.startedAt);
      expect(at).toBeLessThanOrEqual(each.endsAt);
      if (each.endsAt > each.startedAt) expect(at).toBeGreaterThan(each.startedAt);
      if (index + 1 < each.total) expect(itemDueAt(each, index + 1)).toBeGreaterThanOrEqual(at);
      expect(itemDueAt(each, each.total - 1)).toBe(each.endsAt);
    }),
    { numRuns: 2_000 },
  );
});

describe('a job that advances', () => {
  test('runs until its last item, and is finished with it', () => {
    const first = advanced(jobOf(3, 60_000));
    const second = advanced(first);
    const steps = [first, second, advanced(second)].map(({ done, state }) => `${done} ${state}`);
    expect(steps).toEqual(['1 running', '2 running', '3 finished']);
  });
});

test('a job that was stopped and resumed goes on from now, in order and in the same rhythm', () => {
  const pause = fc.record({ after: fc.nat(), forMs: fc.nat(60 * 60_000) });
  fc.assert(
    fc.property(job, fc.array(pause, { minLength: 1, maxLength: 4 }), (first, pauses) => {
      let each = first;
      const dueAt: number[] = [];
      for (const { after, forMs } of pauses) {
        const until = each.done + (after % (each.total - each.done));
        while (each.done < until) {
          dueAt.push(itemDueAt(each, each.done));
          each = advanced(each);
        }
        const origin = each.done === 0 ? each.startedAt : itemDueAt(each, each.done - 1);
        const resumedAt = origin + forMs;
        const rhythm = itemDueAt(each, each.done) - origin;
        each = resumed(stopped(each), resumedAt, 'organization-admin');
        expect(each.state).toBe('running');
        expect(itemDueAt(each, each.done)).toBe(resumedAt + rhythm);
      }
      while (each.state === 'running') {
        dueAt.push(itemDueAt(each, each.done));
        each = advanced(each);
      }
      expect(dueAt.length).toBe(first.total);
      expect(dueAt).toEqual(dueAt.toSorted((a, b) => a - b));
      expect(dueAt.at(-1)).toBe(each.endsAt);
    }),
    { numRuns: 300 },
  );
});
