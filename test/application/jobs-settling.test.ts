/*
 * However often somebody looks, and however much is applied at a time, the data are the same
 * (design, section 2, Time): a reload, a killed tab, a changed speed lose nothing and do nothing twice.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasDueWork, settleDue } from '#src/application/jobs.ts';
import type { Ids } from '#src/application/ports.ts';
import { simulatedNow } from '#src/domain/clock.ts';
import { openStore } from '#src/store/open-store.ts';
import { createIds } from '#src/server/random-ids.ts';
import { dumpOf, type StoreDump } from '#test/support/store-dump.ts';
import { violations } from '#test/support/invariants.ts';
import { countingUuids, WALL_START } from '#test/support/world.ts';
import { ALL_ENDED_MS, anyUnderWay, startJobs } from './jobs-under-way.ts';

/** When somebody looks, as a share of the time that everything takes, and how much is then applied. */
type Look = { readonly at: number; readonly limit: number };

const look: fc.Arbitrary<Look> = fc.record({
  // Most of it happens in the first tenth.
  at: fc.oneof(
    fc.double({ min: 0, max: 0.12, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
  limit: fc.integer({ min: 1, max: 12 }),
});

/** Takes a workspace file up, settles it at these looks, and then to the end. */
async function settled(bytes: Uint8Array, looks: readonly Look[], lastLimit: number) {
  const store = await openStore({ place: 'memory' });
  store.importFile(bytes);
  // Ids count up the same way whoever settles.
  const counting = countingUuids();
  const ids: Ids = createIds(() => `later-${counting()}`);
  const start = store.read((tx) => {
    const { clock } = tx.workspace.get({ id: 'workspace' })!;
    return simulatedNow(clock, WALL_START);
  });
  let applied = 0;
  for (const { at, limit } of looks.toSorted((a, b) => a.at - b.at)) {
    const now = Math.floor(start + at * ALL_ENDED_MS);
    const count = store.write((tx) => settleDue(tx, now, ids, limit));
    expect(count).toBeLessThanOrEqual(limit);
    applied += count;
  }
  const end = start + ALL_ENDED_MS;
  while (store.read((tx) => hasDueWork(tx, end))) {
    applied += store.write((tx) => settleDue(tx, end, ids, lastLimit));
  }
  const { workspace: _, ...records } = dumpOf(store);
  const broken = store.read(violations);
  store.close();
  return { records, applied, broken };
}

function totalOf({ jobs }: Pick<StoreDump, 'jobs'>): number {
  return jobs.reduce((sum, { total }) => sum + total, 0);
}

test('settling in any slices gives the same data as settling at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyUnderWay,
      fc.array(look, { maxLength: 12 }),
      fc.integer({ min: 1, max: 6 }),
      async (start, looks, limit) => {
        const world = await startJobs(start);
        const bytes = world.store.exportFile();
        const before = totalOf(dumpOf(world.store));
        world.store.close();
        const atOnce = await settled(bytes, [], Number.MAX_SAFE_INTEGER);
        const inSlices = await settled(bytes, looks, limit);
        expect(inSlices).toEqual(atOnce);
        expect(atOnce.broken).toEqual([]);
        expect(atOnce.applied).toBe(before);
        expect(new Set(atOnce.records.jobs.map(({ state }) => state))).toEqual(
          new Set(['finished']),
        );
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

test('nothing is applied before it is due, and everything is stamped with the instant it was due', async () => {
  await fc.assert(
    fc.asyncProperty(anyUnderWay, fc.array(look, { maxLength: 6 }), async (start, looks) => {
      const world = await startJobs(start);
      const jobs = new Map(dumpOf(world.store).jobs.map((job) => [job.subjectId, job] as const));
      const bytes = world.store.exportFile();
      world.store.close();
      const { records } = await settled(bytes, looks, 3);
      for (const plan of records.copyPlans.filter(({ state }) => state === 'finished')) {
        expect(plan.finishedAt).toBe(jobs.get(plan.id)!.endsAt);
      }
      for (const entry of records.auditEntries) {
        if (entry.action !== 'portal-customer.migrated') continue;
        expect(entry.at).toBe(jobs.get(entry.subjectId)!.endsAt);
      }
      const times = records.auditEntries
        .filter(({ id }) => id.includes('later-'))
        .map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }),
    { numRuns: 30 },
  );
}, 120_000);
