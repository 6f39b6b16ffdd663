/*
 * Every problem that the contract declares is provoked, with its status and facts, and changes
 * nothing. That no other problem comes is what `any-sequence.test.ts` looks for.
 */
import { describe, expect, test } from 'vitest';
import { problems, type ProblemCode } from '#src/contract/problem.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { openWorld } from '#test/support/world.ts';
import { routeCases } from './cases/all-cases.ts';
import { EVERY_ANSWER, problemOf } from './cases/read-answer.ts';

/** What the tests below saw, route by route. */
const provoked: Record<string, string[]> = {};

/** A refusal that keeps what it found: the new preview, to be looked at before the next try. */
const KEEPS_PREVIEW: ReadonlySet<string> = new Set(['import.preview-changed']);

const refusing = routeCases.filter(({ refuses }) => Object.keys(refuses).length > 0);

describe.each(refusing)('$name', ({ name, refuses }) => {
  const declared = Object.entries(refuses);
  provoked[name] = [];

  test.each(declared)('refuses with %s', async (code, provoke) => {
    const world = await openWorld('demo');
    const { call, facts } = await provoke(world);
    const before = JSON.stringify(dumpOf(world.store));
    const response = await world.raw(name, { ...call, key: 'refused' });
    const problem = problemOf(response);
    provoked[name]!.push(problem.code);
    const { status, title } = problems[code as ProblemCode];
    expect(problem).toStrictEqual({ type: 'about:blank', status, title, code, facts });
    expect(response.status).toBe(status);
    expect(response.headers).toMatchObject(EVERY_ANSWER);
    if (!KEEPS_PREVIEW.has(code)) expect(JSON.stringify(dumpOf(world.store))).toBe(before);
    world.store.close();
  });
});

test('no declared problem is left out, and none came that is not declared', () => {
  const declared = Object.fromEntries(
    routeCases
      .filter(({ endpoint }) => endpoint.problems.length > 0)
      .map(({ name, endpoint }) => [name, endpoint.problems.toSorted()]),
  );
  const seen = Object.entries(provoked).map(([name, codes]) => [name, codes.toSorted()]);
  expect(Object.fromEntries(seen)).toEqual(declared);
});

test('every code of the catalogue is declared by a route or belongs to all of a kind', () => {
  const declared = new Set<string>(routeCases.flatMap(({ endpoint }) => endpoint.problems));
  const general = Object.keys(problems).filter((code) => !declared.has(code));
  expect(general.toSorted()).toEqual([
    // Of every file that is written in slices (`downloads.test.ts`).
    'download.cancelled',
    'internal',
    'request.invalid',
    'route.unknown',
    'storage.full',
  ]);
});
