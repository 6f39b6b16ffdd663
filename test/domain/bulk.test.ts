/* What is possible for whom in a bulk step, and what a step comes to. */
import { expect, test } from 'vitest';
import {
  BULK_LIMIT,
  BULK_STEPS,
  bulkDurationMs,
  bulkRefusal,
  bulkStepOf,
  forecastBulk,
  type SelectedCustomer,
} from '#src/domain/bulk.ts';

test('each step takes the customers that its single step takes; the others are named by state', () => {
  const rows = (['active', 'revoked', 'migrating', 'migrated', 'deleted'] as const).map((state) =>
    (['migrate', 'delete', 'revoke', 'grant'] as const).map(
      (step) => bulkRefusal(step, { state }) ?? 'yes',
    ),
  );
  expect(rows).toEqual([
    ['yes', 'yes', 'yes', 'wrong-state:active'],
    ['wrong-state:revoked', 'yes', 'wrong-state:revoked', 'yes'],
    Array.from({ length: 4 }, () => 'wrong-state:migrating'),
    Array.from({ length: 4 }, () => 'wrong-state:migrated'),
    Array.from({ length: 4 }, () => 'gone'),
  ]);
  expect(bulkRefusal('delete', undefined)).toBe('gone');
});

test('the real product has deleting and migrating in bulk, of 1,000 at once (domain.md 3.1, BULK)', () => {
  const real = Object.entries(BULK_STEPS).filter(([, { isExtra }]) => !isExtra);
  expect(real.map(([step]) => step)).toEqual(['migrate', 'delete']);
  expect(BULK_LIMIT).toBe(1_000);
});

test('a job names its step, and other work has none', () => {
  expect(bulkStepOf({ kind: 'bulk-grant' })).toBe('grant');
  expect(bulkStepOf({ kind: 'copy' })).toBeUndefined();
});

test('a thousand customers take twelve simulated minutes', () => {
  expect(bulkDurationMs(1_000)).toBe(12 * 60_000);
});

test('a forecast of migrating tells new accounts from existing ones, and leaves out whom it would fail', () => {
  const base = { email: 'a@b.example', name: 'A', requests: 2 };
  const customers: SelectedCustomer[] = [
    { ...base, id: 'qm:1', state: 'active', account: 'none' },
    { ...base, id: 'qm:2', state: 'active', account: 'existing' },
    { ...base, id: 'qm:3', state: 'active', account: 'deactivated' },
    { ...base, id: 'qm:4', state: 'migrated', account: 'existing' },
    { ...base, id: 'qm:5', state: 'migrated', account: 'existing' },
  ];
  expect(forecastBulk('migrate', customers)).toEqual({
    count: 5,
    ready: 2,
    refused: [
      { reason: 'wrong-state:migrated', count: 2 },
      { reason: 'account-deactivated', count: 1 },
    ],
    newAccounts: 1,
    existingAccounts: 1,
    requests: 4,
    durationMs: bulkDurationMs(5),
  });
  expect(forecastBulk('delete', customers)).toMatchObject({
    ready: 3,
    newAccounts: 0,
    requests: 6,
  });
});
