/*
 * Every route's answer is what its contract says, to the letter; what reads changes nothing, what
 * writes leaves an audit entry, and a request sent twice with one key is done once.
 */
import { describe, expect, test } from 'vitest';
import type { RouteName } from '#src/contract/routes.ts';
import { dumpOf, type StoreDump } from '#test/support/store-dump.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { routeCases, type RouteCase } from './cases/all-cases.ts';
import { EVERY_ANSWER, jsonOf } from './cases/read-answer.ts';

/**
 * Writes that change no site: they stage files, which only `imports.write` brings to one, or look
 * at a file that the caller sends. They leave no audit entry.
 */
const STAGING: ReadonlySet<RouteName> = new Set([
  'imports.create',
  'imports.discard',
  'imports.add-file',
  'imports.remove-file',
  'imports.map-file',
  'copy-plans.check-report',
]);

/** What staging may touch. */
const STAGED: ReadonlySet<string> = new Set(['imports', 'importFiles', 'importRows']);

async function arranged(route: RouteCase, key?: string) {
  const world = await openWorld('demo');
  const call = { ...(await route.answers(world)), ...(key === undefined ? {} : { key }) };
  return { world, send: () => world.raw(route.name, call) };
}

/** Every record but the workspace's own settings, whose counter and clock move along. */
function recordsOf(world: World): Omit<StoreDump, 'workspace'> {
  const { workspace: _, ...records } = dumpOf(world.store);
  return records;
}

describe.each(routeCases)('$name', (route) => {
  test('answers with exactly what the contract names', async () => {
    const { world, send } = await arranged(route);
    const response = await send();
    expect(response.headers).toMatchObject(EVERY_ANSWER);
    expect(response.status).toBe(route.endpoint.status ?? 200);
    const { file, response: schema } = route.endpoint;
    if (file !== undefined) {
      expect(response.headers).toMatchObject({
        'content-type': file,
        'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''[^"; ]+$/),
      });
      expect(response.body!.length).toBeGreaterThan(0);
    } else if (schema) {
      expect(response.headers['content-type']).toBe('application/json');
      const json = jsonOf(response);
      expect(schema.parse(json)).toStrictEqual(json);
      // An empty list would prove nothing.
      expect(json).not.toMatchObject({ items: [] });
    } else {
      expect(response.body).toBeNull();
    }
    world.store.close();
  });

  if (route.isRead) {
    test('changes nothing', async () => {
      const { world, send } = await arranged(route);
      const before = recordsOf(world);
      await send();
      expect(recordsOf(world)).toEqual(before);
      world.store.close();
    });
    return;
  }

  test('leaves an audit entry, or changes no site', async () => {
    const { world, send } = await arranged(route);
    const before = recordsOf(world);
    const known = new Set(before.auditEntries.map(({ id }) => id));
    await send();
    const after = recordsOf(world);
    const added = after.auditEntries.filter(({ id }) => !known.has(id));
    if (STAGING.has(route.name)) {
      const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
        (set) => JSON.stringify(after[set]) !== JSON.stringify(before[set]),
      );
      expect(changed.filter((set) => !STAGED.has(set))).toEqual([]);
    } else {
      expect(added.length).toBeGreaterThan(0);
    }
    world.store.close();
  });

  test('is done once when it is sent twice with the same key', async () => {
    const { world, send } = await arranged(route, 'once');
    const first = await send();
    const before = dumpOf(world.store);
    expect(await send()).toEqual(first);
    expect(dumpOf(world.store)).toEqual(before);
    world.store.close();
  });
});
