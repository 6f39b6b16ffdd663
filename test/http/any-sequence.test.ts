/*
 * Any calls in any order, by anybody, for records that are there or not: each is answered as the
 * contract says or refused with a problem that its route declares, and the invariants of the
 * design hold afterwards.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RouteName } from '#src/contract/routes.ts';
import { violations } from '#test/support/invariants.ts';
import { fillWorld, randomWorld } from '#test/support/random-world.ts';
import { openWorld, type Call, type World } from '#test/support/world.ts';
import { routeCases, type RouteCase } from './cases/all-cases.ts';
import { anyCall } from './cases/any-call.ts';
import { jsonOf, problemOf } from './cases/read-answer.ts';

/** Replacing the whole workspace would end the story; `answers.test.ts` has them. */
const WHOLE: ReadonlySet<RouteName> = new Set(['workspace.reset', 'workspace.import-file']);
/** What brings the story on comes more often. */
const OFTEN: ReadonlySet<RouteName> = new Set([
  'workspace.set-clock',
  'copy-plans.create',
  'copy-plans.run',
  'copy-plans.outcomes',
  'portal-customers.migrate',
  'imports.create',
  'imports.create-for-server',
  'imports.add-file',
  'imports.write',
]);
const routes = routeCases
  .filter(({ name }) => !WHOLE.has(name))
  .flatMap((route) => Array.from({ length: OFTEN.has(route.name) ? 14 : 1 }, () => route));

/** The least that must have happened in some run. */
const STORY = [
  'copy-plans.run 202',
  'copy-plans.outcomes 200',
  'imports.write 200',
  'portal-customers.migrate 202',
];

/** Which route, what it is about (picked from what is there then), and how much time passes before. */
const step = fc.record({
  route: fc.nat(routes.length - 1),
  picks: fc.array(fc.nat(1_000), { minLength: 8, maxLength: 8 }),
  passes: fc.constantFrom(0, 0, 500, 20_000),
});

test('is answered as the contract says', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      randomWorld,
      fc.array(step, { minLength: 20, maxLength: 60 }),
      async (start, steps) => {
        const world = await openWorld('blank');
        world.store.write((tx) => {
          fillWorld(tx, start);
        });
        for (const { route, picks, passes } of steps) {
          world.clock.wallNow += passes;
          const { name } = routes[route]!;
          seen.add(await answered(world, routes[route]!, await anyCall(world, name, picks)));
        }
        expect(world.read(violations)).toEqual([]);
        world.store.close();
      },
    ),
    // The same sequences each time, since all of the story must be met in them.
    { numRuns: 100, seed: 8 },
  );
  // The story must have gone somewhere.
  expect([...seen]).toEqual(expect.arrayContaining(STORY));
}, 120_000);

/** Makes a call, holds the answer against the contract, and says what came. */
async function answered(
  world: World,
  { name, endpoint }: RouteCase,
  call: Call<RouteName>,
): Promise<string> {
  const response = await world.raw(name, call);
  if (response.status >= 400) {
    const { code, facts } = problemOf(response);
    expect([name, code, facts, endpoint.problems]).toEqual([
      name,
      code,
      facts,
      expect.arrayContaining([code]),
    ]);
    return `${name} ${code}`;
  }
  expect(response.status).toBe(endpoint.status ?? 200);
  if (endpoint.response) {
    const json = jsonOf(response);
    expect(endpoint.response.parse(json)).toStrictEqual(json);
  }
  return `${name} ${response.status}`;
}
