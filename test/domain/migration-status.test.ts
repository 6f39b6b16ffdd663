/* The status tree of the migration API (atlassian-api.md section 5). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  narrowedTo,
  statusAt,
  statusTree,
  type CheckState,
  type PhaseState,
  type StatusNode,
} from '#src/domain/migration-status.ts';

function check(key: string, values: Partial<CheckState> = {}): CheckState {
  return {
    key,
    state: 'done',
    result: 'pass',
    occurrences: [],
    description: '',
    excludable: false,
    excluded: false,
    ...values,
  };
}

function phase(key: PhaseState['key'], values: Partial<PhaseState> = {}): PhaseState {
  return { key, state: 'done', total: 4, done: 4, failed: 0, ...values };
}

/** Of a migration with one failed check that was excluded. */
function outcomeExcluding(excludable: boolean) {
  const checks = [check('a', { result: 'error', excludable, excluded: true })];
  return statusTree({ task: 'Migrate', checks, phases: PHASES }).outcome;
}

const PHASES = [phase('usersAndGroups'), phase('jsm'), phase('projects')];

test('a check task has no migrate part', () => {
  const tree = statusTree({ task: 'Check', checks: [check('AnonPermission')], phases: PHASES });
  expect(tree).toEqual({
    status: 'FINISHED',
    outcome: 'SUCCESS',
    children: {
      check: {
        status: 'FINISHED',
        outcome: 'SUCCESS',
        children: {
          AnonPermission: {
            status: 'FINISHED',
            outcome: 'SUCCESS',
            details: { occurrences: [], excludable: false, description: '' },
          },
        },
      },
    },
  });
});

test('while checks run, the check node alone shows progress, and nothing is migrated', () => {
  const checks = [check('a'), check('b', { state: 'under-way' }), check('c', { state: 'waiting' })];
  const waiting = PHASES.map((each) => ({ ...each, state: 'waiting' as const, done: 0 }));
  const tree = statusTree({ task: 'Migrate', checks, phases: waiting });
  expect(tree.status).toBe('IN_PROGRESS');
  expect(tree).not.toHaveProperty('outcome');
  expect(tree.children?.['check']).toMatchObject({
    status: 'IN_PROGRESS',
    progressDetails: {
      isSupported: true,
      percent: 33,
      data: [{ name: 'Preflight Checks', total: 3, processed: 1 }],
    },
    children: { b: { status: 'IN_PROGRESS' }, c: { status: 'PENDING' } },
  });
  expect(tree.children?.['migrate']).toEqual({
    status: 'PENDING',
    children: {
      usersAndGroups: { status: 'PENDING' },
      jsm: { status: 'PENDING' },
      projects: { status: 'PENDING' },
    },
  });
});

describe('checks that are done', () => {
  test('passed with a warning', () => {
    const checks = [check('a'), check('b', { result: 'warning', occurrences: ['ada'] })];
    const tree = statusTree({ task: 'Check', checks, phases: [] });
    expect(tree.outcome).toBe('WARNING');
    expect(tree.children?.['check']?.message).toBe(
      'All Preflight checks have passed with warning.',
    );
    expect(statusAt(tree, 'check,b', true)?.details?.occurrences).toEqual(['ada']);
  });

  test('failed: no part of the migration is begun', () => {
    const checks = [check('a', { result: 'error', excludable: true })];
    const tree = statusTree({ task: 'Migrate', checks, phases: PHASES });
    expect(tree).toMatchObject({ status: 'FINISHED', outcome: 'FAILED' });
    expect(tree.children?.['check']?.message).toBe('At least one Preflight check has failed.');
    expect(tree.children?.['migrate']).toMatchObject({
      status: 'FINISHED',
      outcome: 'SKIPPED',
      children: { jsm: { status: 'FINISHED', outcome: 'SKIPPED' } },
    });
  });

  test('excluding turns an error into a warning, and only where it may be excluded', () => {
    expect(outcomeExcluding(true)).toBe('WARNING');
    expect(outcomeExcluding(false)).toBe('FAILED');
  });
});

test('each scope of a migration reports by itself', () => {
  const phases = [
    phase('usersAndGroups'),
    phase('jsm', { failed: 1 }),
    phase('projects', { state: 'under-way', total: 3, done: 2 }),
  ];
  const tree = statusTree({ task: 'Migrate', checks: [check('a')], phases });
  expect(statusAt(tree, 'migrate', true)).toEqual({
    status: 'IN_PROGRESS',
    children: {
      usersAndGroups: { status: 'FINISHED', outcome: 'SUCCESS' },
      jsm: { status: 'FINISHED', outcome: 'FAILED' },
      projects: {
        status: 'IN_PROGRESS',
        progressDetails: {
          isSupported: true,
          percent: 66,
          data: [{ name: 'projects', total: 3, processed: 2 }],
        },
      },
    },
  });
});

test('a run that ended early failed where it was, and skipped what it did not reach', () => {
  const phases = [
    phase('usersAndGroups'),
    phase('jsm', { state: 'cut-off', done: 1 }),
    phase('projects', { state: 'cut-off', done: 0 }),
  ];
  const tree = statusTree({ task: 'Migrate', checks: [], phases });
  expect(statusAt(tree, 'migrate,jsm', true)?.outcome).toBe('FAILED');
  expect(statusAt(tree, 'migrate,projects', true)?.outcome).toBe('SKIPPED');
  expect(tree).toMatchObject({ status: 'FINISHED', outcome: 'FAILED' });
});

test('a level is found by its path, with its children when asked', () => {
  const tree = statusTree({ task: 'Migrate', checks: [check('a')], phases: PHASES });
  expect(statusAt(tree, '', true)).toBe(tree);
  expect(statusAt(tree, 'check', false)).toEqual({ status: 'FINISHED', outcome: 'SUCCESS' });
  expect(statusAt(tree, 'check,nothing', true)).toBeUndefined();
  expect(statusAt(tree, 'migrate,constructor', true)).toBeUndefined();
});

const anyCheck = fc.record({
  state: fc.constantFrom('waiting' as const, 'under-way' as const, 'done' as const),
  result: fc.constantFrom('pass' as const, 'warning' as const, 'error' as const),
  excludable: fc.boolean(),
  excluded: fc.boolean(),
});
const anyPhase = fc.record({
  state: fc.constantFrom(
    'waiting' as const,
    'under-way' as const,
    'done' as const,
    'cut-off' as const,
  ),
  total: fc.nat(9),
  done: fc.nat(9),
  failed: fc.nat(2),
});

test('a node has an outcome exactly when it is finished, and progress only while it runs', () => {
  const look = (node: StatusNode): void => {
    expect(node.outcome !== undefined).toBe(node.status === 'FINISHED');
    if (node.progressDetails) {
      expect(node.status).toBe('IN_PROGRESS');
      expect(node.progressDetails.percent).toBeLessThanOrEqual(100);
    }
    const children = Object.values(node.children ?? {});
    if (node.status === 'FINISHED') {
      for (const { status } of children) expect(status).toBe('FINISHED');
    }
    for (const child of children) look(child);
  };
  fc.assert(
    fc.property(
      fc.constantFrom('Check' as const, 'Migrate' as const),
      fc.array(anyCheck, { maxLength: 4 }),
      fc.array(anyPhase, { maxLength: 3 }),
      (task, checks, phases) => {
        const keys = ['usersAndGroups', 'jsm', 'projects'] as const;
        const tree = statusTree({
          task,
          checks: checks.map((values, at) => check(`check-${at}`, values)),
          phases: phases.map((values, at) =>
            phase(keys[at]!, { ...values, done: Math.min(values.done, values.total) }),
          ),
        });
        look(tree);
      },
    ),
  );
});

const leaf = (outcome: 'SUCCESS' | 'FAILED') => ({ status: 'FINISHED', outcome }) as const;

describe('filters of a status', () => {
  const tree: StatusNode = {
    status: 'IN_PROGRESS',
    children: {
      check: { ...leaf('FAILED'), children: { A: leaf('SUCCESS'), B: leaf('FAILED') } },
      migrate: { status: 'PENDING' },
    },
  };

  test('leave the nodes that fit, and those above them', () => {
    expect(narrowedTo(tree, { outcome: 'FAILED' })).toEqual({
      status: 'IN_PROGRESS',
      children: { check: { ...leaf('FAILED'), children: { B: leaf('FAILED') } } },
    });
    expect(narrowedTo(tree, { status: 'PENDING' })).toEqual({
      status: 'IN_PROGRESS',
      children: { migrate: { status: 'PENDING' } },
    });
  });

  test('leave nothing where nothing fits, and everything where nothing is asked', () => {
    expect(narrowedTo(tree, { outcome: 'SKIPPED' })).toBeNull();
    expect(narrowedTo(tree, {})).toEqual(tree);
  });
});
