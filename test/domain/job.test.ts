/* Long work as a value: how far it must be by an instant, and when each item is due. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advanced, dueItems, itemDueAt, type Job } from '#src/domain/job.ts';

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
  const due = [0, 1.99, 2, 5.99, 6, 7.99, 8, 100].map((at) => dueItems(four, START + at * 60_000));
  expect(due).toEqual([0, 0, 1, 2, 3, 3, 4, 4]);
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

test('as many are due by an instant as have their own by then', () => {
  fc.assert(
    fc.property(job, fc.nat(), (each, picked) => {
      const index = picked % each.total;
      const at = itemDueAt(each, index);
      expect(dueItems(each, at)).toBeGreaterThan(index);
      // A length of nothing makes everything due at once.
      if (each.endsAt > each.startedAt) {
        expect(dueItems(each, at - 1)).toBeLessThanOrEqual(index);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('before the start nothing is due, at the end and ever after all of it', () => {
  fc.assert(
    fc.property(job, fc.nat(1e9), (each, later) => {
      expect(dueItems(each, each.startedAt - 1 - later)).toBe(0);
      expect(dueItems(each, each.endsAt + later)).toBe(each.total);
    }),
  );
});

test('each item is due once, however often somebody looks and in whatever steps', () => {
  fc.assert(
    fc.property(job, fc.array(fc.nat(60 * 60_000), { maxLength: 40 }), (start, looks) => {
      let current = start;
      let applied = 0;
      for (const look of [...looks.toSorted((a, b) => a - b), 60 * 60_000]) {
        const now = start.startedAt + look;
        const due = dueItems(current, now);
        expect(due).toBeGreaterThanOrEqual(current.done);
        applied += due - current.done;
        current = advanced(current, due - current.done);
        expect(current.done).toBe(due);
      }
      expect([applied, current.done, current.state]).toEqual([
        start.total,
        start.total,
        'finished',
      ]);
    }),
  );
});

describe('a job that advances', () => {
  test('runs until its last item, and is finished with it', () => {
    const states = [1, 1, 1].reduce<Job[]>(
      (jobs, count) => [...jobs, advanced(jobs.at(-1)!, count)],
      [jobOf(3, 60_000)],
    );
    expect(states.map(({ done, state }) => `${done} ${state}`)).toEqual([
      '0 running',
      '1 running',
      '2 running',
      '3 finished',
    ]);
  });

  test('never counts more than there is', () => {
    expect(advanced(jobOf(3, 60_000), 9)).toMatchObject({ done: 3, state: 'finished' });
  });

  test('keeps what was done when the instant is earlier than the last look', () => {
    const ahead = { ...jobOf(10, 60_000), done: 6 };
    expect(dueItems(ahead, START)).toBe(6);
  });
});
