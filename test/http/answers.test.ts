/*
 * Every route's answer is what its contract says, to the letter; what reads changes nothing, what
 * writes leaves an audit entry, and a request sent twice with one key is done once.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { RouteName } from '#src/contract/routes.ts';
import { dumpOf, type StoreDump } from '#test/support/store-dump.ts';
import { openWorld, type World } from '#test/support/world.ts';
import { routeCases, type RouteCase } from './cases/all-cases.ts';
import { EVERY_ANSWER, jsonOf } from './cases/read-answer.ts';

/**
 * Writes that change no site: they stage files, which only `imports.write` brings to one, look at a
 * file that the caller sends, only count, or are taken back. They leave no audit entry.
 */
const STAGING: ReadonlySet<RouteName> = new Set([
  'imports.create',
  'imports.create-for-server',
  'imports.discard',
  'imports.add-file',
  'imports.remove-file',
  'imports.map-file',
  'imports.cancel',
  'downloads.cancel',
  'copy-plans.check-report',
  'copy-plans.afterwards',
  'copy-plans.compare-report',
  'help-center.compare',
  'portal-customers.bulk-forecast',
  'service-projects.admission',
]);

/** What staging may touch. */
const STAGED: ReadonlySet<string> = new Set(['imports', 'importFiles', 'importRows']);

/** What a route's request does when it is sent, and sent once more with the same key. */
async function play(route: RouteCase) {
  const world = await openWorld('demo');
  const call = { ...(await route.answers(world)), key: 'once' };
  const before = recordsOf(world);
  const response = await world.raw(route.name, call);
  const after = recordsOf(world);
  const again = { response: await world.raw(route.name, call), after: recordsOf(world) };
  world.store.close();
  return { before, response, after, again };
}

/** Every record but the workspace's own settings, whose counter and clock move along. */
function recordsOf(world: World): Omit<StoreDump, 'workspace'> {
  const { workspace: _, ...records } = dumpOf(world.store);
  return records;
}

describe.each(routeCases)('$name', (route) => {
  let played: Awaited<ReturnType<typeof play>>;
  beforeAll(async () => {
    played = await play(route);
  });

  test('answers with exactly what the contract names', () => {
    const { response } = played;
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
  });

  if (route.isRead) {
    test('changes nothing', () => {
      expect(played.after).toEqual(played.before);
    });
    return;
  }

  if (STAGING.has(route.name)) {
    test('changes no site', () => {
      const { before, after } = played;
      const sets = Object.keys(after) as (keyof typeof after)[];
      const changed = sets.filter(
        (set) => JSON.stringify(after[set]) !== JSON.stringify(before[set]),
      );
      expect(changed.filter((set) => !STAGED.has(set))).toEqual([]);
    });
  } else {
    test('leaves an audit entry', () => {
      const known = new Set(played.before.auditEntries.map(({ id }) => id));
      const added = played.after.auditEntries.filter(({ id }) => !known.has(id));
      expect(added.length).toBeGreaterThan(0);
    });
  }

  test('is done once when it is sent twice with the same key', () => {
    expect(played.again.response).toEqual(played.response);
    expect(played.again.after).toEqual(played.after);
  });
});
