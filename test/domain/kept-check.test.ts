/* Which result of a check is reused, and what an excluded one counts as (domain.md 7.4). */
import { expect, test } from 'vitest';
import type { CheckResult } from '#src/domain/copy-checks.ts';
import { countedResult, isReused, KEPT_MS, type KeptCheck } from '#src/domain/kept-check.ts';
import type { ServerCheckId } from '#src/domain/server-checks.ts';

const DAY = 24 * 60 * 60_000;

const KEPT: KeptCheck = {
  planId: 'plan_1',
  checkId: 'licences',
  result: 'pass',
  at: 10 * DAY,
  basis: '1 1',
  total: 0,
  occurrences: [],
  excluded: false,
};
const NOW = { at: 11 * DAY, basis: '1 1', result: 'pass' } as const;

test('success results are kept 30 simulated days', () => expect(KEPT_MS).toBe(30 * DAY));

test.each<[string, Partial<KeptCheck>, Partial<Parameters<typeof isReused>[1]>, boolean]>([
  ['a pass of yesterday', {}, {}, true],
  ['a pass in its last millisecond', {}, { at: 40 * DAY - 1 }, true],
  ['a pass of 30 days ago', {}, { at: 40 * DAY }, false],
  ['a warning', { result: 'warning' }, {}, false],
  ['an error', { result: 'error' }, {}, false],
  ['a pass of another plan or other fixes', {}, { basis: '1 2' }, false],
  ['a pass that the present data contradicts', {}, { result: 'error' }, false],
  ['a comparison of forecasts, which belongs to a screen', { checkId: 'data-changed' }, {}, false],
])('%s is reused: %#', (_, kept, now, reused) => {
  expect(isReused({ ...KEPT, ...kept }, { ...NOW, ...now })).toBe(reused);
});

test.each<[ServerCheckId, CheckResult, boolean, CheckResult]>([
  ['invalid-addresses', 'error', true, 'warning'],
  ['invalid-addresses', 'error', false, 'error'],
  ['invalid-addresses', 'pass', true, 'pass'],
  ['licences', 'error', true, 'error'],
  ['licences', 'warning', true, 'warning'],
])('%s with %s, excluded: %s, counts as %s', (id, result, excluded, counted) => {
  expect(countedResult(id, result, excluded)).toBe(counted);
});
