/* Long work on files is called off at any moment and leaves nothing; where it pauses changes nothing. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dumpOf } from '#test/support/store-dump.ts';
import { dropFiles, dropInto, rowsOf, utf8, write } from '#test/support/exports.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { addFile } from '#src/application/imports.ts';
import { writeImport } from '#src/application/imports-write.ts';
import type { Tx } from '#src/application/ports.ts';
import { openUploadedFile } from '#src/server/csv/read-uploaded-file.ts';

const SITE = 'site_harbor';
const HEADING = 'username,full_name,email,active,last_login';

/** Rows of which some repeat others, some nearly do, and some are refused. */
function manyRows(count: number): Uint8Array {
  const lines = Array.from({ length: count }, (_, n) => {
    const email =
      n % 50 === 7 ? 'n.1@mail.example' : n % 40 === 3 ? 'nobody' : `n${n}@mail.example`;
    return `qm:1:${n},"N, ${n}",${email},Yes,`;
  });
  return utf8([HEADING, ...lines, ''].join('\n'));
}

/** Lets a generator run for so many of its pauses; whether it came to its end. */
function runFor(steps: Generator<unknown, unknown>, pauses: number): boolean {
  for (let pause = 0; pause < pauses; pause += 1) if (steps.next().done === true) return true;
  return false;
}

/** Gives work up after some of its pauses, as closing the tab does: the transaction is taken back. */
function abandoned(world: World, pauses: number, begin: (tx: Tx) => Generator<unknown, unknown>) {
  const givenUp = new Error('given up');
  let isOver = false;
  expect(() => {
    world.store.write((tx) => {
      isOver = runFor(begin(tx), pauses);
      throw givenUp;
    });
  }).toThrow(givenUp);
  return isOver;
}

const context = (world: World) => ({
  now: 1,
  actor: 'organization-admin' as const,
  ids: {
    next: <P extends string>(prefix: P) => `${prefix}_x` as const,
    uuid: () => crypto.randomUUID(),
  },
  world,
});

describe('work that is given up after any number of slices', () => {
  test('leaves the store as it was, byte for byte', async () => {
    const world = await openWorld('blank');
    const session = await dropFiles(world, SITE, { 'one.csv': manyRows(80) });
    const before = dumpOf(world.store);
    const bytes = manyRows(300);
    const importId = session.id;
    let wereOver = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 64, max: 9_000 }),
        (pauses, piece) => {
          const open = () => openUploadedFile(bytes, 'two.csv', piece);
          const adds = abandoned(world, pauses, (tx) =>
            addFile(tx, { importId, open }, context(world)),
          );
          const input = { importId, expectedVersion: session.version };
          const writes = abandoned(world, pauses, (tx) => writeImport(tx, input, context(world)));
          wereOver += Number(adds) + Number(writes);
          expect(dumpOf(world.store)).toEqual(before);
        },
      ),
      { numRuns: 15 },
    );
    expect(wereOver).toBeGreaterThan(0);
  });
});

describe('an import that is called off', () => {
  test('is refused in words of its own, and what was there before is there after', async () => {
    const world = await openWorld('blank');
    const session = await dropFiles(world, SITE, { 'one.csv': manyRows(300) });
    const params = { importId: session.id };
    const before = dumpOf(world.store);
    const adding = world.refuse('imports.add-file', {
      params,
      query: { name: 'two.csv' },
      bytes: manyRows(2_000),
    });
    expect((await world.get('imports.progress', { params })).running?.phase).toBe('waiting');
    expect(await world.get('imports.cancel', { params })).toEqual({ cancelled: true });
    expect((await adding).code).toBe('import.cancelled');
    expect(dumpOf(world.store)).toEqual(before);

    const writing = world.refuse('imports.write', { params, ifMatch: session.version });
    while ((await world.get('imports.progress', { params })).running?.phase === 'waiting') {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await world.get('imports.cancel', { params })).toEqual({ cancelled: true });
    expect((await writing).code).toBe('import.cancelled');
    expect(dumpOf(world.store)).toEqual(before);
    expect((await write(world, session)).state).toBe('written');
  });

  test('nothing is called off where nothing is under way, nor another import', async () => {
    const world = await openWorld('blank');
    const one = await dropFiles(world, SITE, { 'one.csv': manyRows(300) });
    const other = await dropFiles(world, SITE, {});
    expect(await world.get('imports.cancel', { params: { importId: one.id } })).toEqual({
      cancelled: false,
    });
    const writing = write(world, one);
    expect(await world.get('imports.cancel', { params: { importId: other.id } })).toEqual({
      cancelled: false,
    });
    expect((await writing).state).toBe('written');
  });
});

const rows = (ids: (n: number) => string) =>
  utf8(
    [HEADING, ...Array.from({ length: 60 }, (_, n) => `${ids(n)},N,n${n}@mail.example,Yes,`)].join(
      '\n',
    ),
  );

test('a file that is described by its first rows comes to the same as the files that need all of them', async () => {
  const world = await openWorld('blank');
  let session = await dropFiles(world, SITE, {
    'late.csv': rows((n) => (n === 55 ? 'qm:1:1' : 'x')),
  });
  session = await dropInto(
    world,
    session,
    'never.csv',
    rows(() => 'x'),
  );
  session = await dropInto(
    world,
    session,
    'none.csv',
    rows(() => ''),
  );
  expect(session.files.map(({ format, kind }) => [format, kind])).toEqual([
    ['portal-customers', 'portal-only'],
    [null, null],
    ['portal-customers', 'portal-only'],
  ]);
  expect(session.files.map(({ counts }) => counts.new + counts.refused)).toEqual([60, 60, 60]);
  const all = await rowsOf(world, session);
  expect(all).toHaveLength(180);
  expect(await world.get('imports.get', { params: { importId: session.id } })).toEqual(session);
});
