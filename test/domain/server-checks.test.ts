/* Each pre-migration check that only a server has, by tables of facts (S4; domain.md 7.2, 7.4). */
import { describe, expect, test } from 'vitest';
import type { Holding } from '#src/domain/copy-table.ts';
import {
  checkServer,
  occurrencesOf,
  SERVER_CHECK_GROUPS,
  SERVER_CHECK_IDS,
  SERVER_CHECKS,
  type CheckedPerson,
  type CheckedProject,
  type ServerCheckFacts,
  type ServerOnlyChecks,
} from '#src/domain/server-checks.ts';

const CALM: ServerCheckFacts = {
  running: [],
  blocked: [],
  inactiveDirectories: [],
  arriving: [],
  leftOut: [],
  projects: [],
  there: [],
};

const PERSON: CheckedPerson = { userName: 'a', email: 'a@x.example', name: 'A', why: null };
const PROJECT: CheckedProject = {
  key: 'SUP',
  name: 'Support',
  keyThere: 'SUP2',
  nameThere: 'Support (migrated)',
  requests: 4,
};

function named(checks: ServerOnlyChecks) {
  return (Object.keys(checks) as (keyof ServerOnlyChecks)[])
    .filter((id) => checks[id].rows.length > 0)
    .map((id) => `${id} ${checks[id].result} ${checks[id].rows.length}`);
}

test('a plan that meets nothing passes every check, and names no record', () => {
  const checks = checkServer(CALM);
  expect(named(checks)).toEqual([]);
  expect(Object.values(checks).every(({ result }) => result === 'pass')).toBe(true);
});

test.each<[string, Partial<ServerCheckFacts>, string[]]>([
  [
    'a run under way on the destination',
    { running: [{ name: 'x' }] },
    ['destination-busy error 1'],
  ],
  [
    'addresses that nothing is done about (domain.md 7.5: do nothing blocks)',
    {
      blocked: [
        { ...PERSON, problem: 'invalid' },
        { ...PERSON, problem: 'duplicated' },
        { ...PERSON, problem: 'duplicated' },
      ],
    },
    ['invalid-addresses error 1', 'duplicated-addresses error 2'],
  ],
  [
    'users of an inactive directory (S4, "Deleted or inactive customers")',
    { inactiveDirectories: [{ ...PERSON, why: 'appears' }] },
    ['inactive-directories warning 1'],
  ],
  [
    'customers whom the choice leaves out: those whom the data names warn, the rest informs',
    {
      leftOut: [
        { ...PERSON, why: 'never-raised-a-request', isNamed: true },
        { ...PERSON, why: 'never-raised-a-request', isNamed: false },
        { ...PERSON, why: 'no-customers', isNamed: false },
      ],
    },
    ['left-out-named warning 1', 'never-raised pass 2'],
  ],
  [
    'service projects whose name or key is taken, or that an earlier run brought (domain.md 7.2)',
    {
      projects: [
        { ...PROJECT, outcome: 'renamed' },
        { ...PROJECT, outcome: 'continued' },
        { ...PROJECT, outcome: 'created' },
      ],
    },
    ['project-names warning 1', 'copied-before warning 1'],
  ],
  [
    'a destination that holds data (CloudSiteNotEmpty)',
    {
      there: [
        { what: 'service-projects', count: 2 },
        { what: 'portal-customers', count: 0 },
        { what: 'requests', count: 9 },
      ],
    },
    ['site-not-empty warning 2'],
  ],
])('%s', (_, facts, expected) => {
  expect(named(checkServer({ ...CALM, ...facts }))).toEqual(expected);
});

const HOLDINGS: readonly Holding[] = ['nobody', 'portal-only', 'atlassian', 'both'];
const arriving = (sourceHolding: 'licensed' | 'customer' | 'former', action = 'link' as const) =>
  HOLDINGS.map((destinationHolding) => ({
    ...PERSON,
    email: destinationHolding,
    sourceHolding,
    destinationHolding,
    action,
  }));
const meetings = (people: ServerCheckFacts['arriving']) => {
  const checks = checkServer({ ...CALM, arriving: people });
  return {
    two: checks['two-accounts'].rows.map(({ email, why }) => `${email} ${why}`),
    stays: checks['stays-atlassian'].rows.map(({ email }) => email),
    results: [checks['two-accounts'].result, checks['stays-atlassian'].result],
  };
};

describe('who meets an account of the address (S4, "How customer data is migrated")', () => {
  test('S4, "This will result in two accounts in cloud": a licensed user beside a customer account', () => {
    expect(meetings(arriving('licensed'))).toEqual({
      two: ['portal-only both-afterwards', 'both both-already'],
      stays: [],
      results: ['warning', 'pass'],
    });
  });

  test('S4, "it will be still treated as an Atlassian account": a customer beside one informs', () => {
    expect(meetings(arriving('customer'))).toEqual({
      two: ['both both-already'],
      stays: ['atlassian'],
      results: ['warning', 'pass'],
    });
  });

  test('former customers and those whom an earlier run brought meet nobody', () => {
    const left = arriving('licensed').map((person) => ({ ...person, action: 'left-out' as const }));
    expect(meetings([...arriving('former'), ...left])).toEqual({
      two: [],
      stays: [],
      results: ['pass', 'pass'],
    });
  });
});

test('every check stands in a group, under its own machine name, the documented ones as documented', () => {
  const keys = SERVER_CHECK_IDS.map((id) => SERVER_CHECKS[id].key);
  expect(new Set(keys).size).toBe(keys.length);
  expect([SERVER_CHECKS.licences.key, SERVER_CHECKS['site-not-empty'].key]).toEqual([
    'CloudFreeUserLimit',
    'CloudSiteNotEmpty',
  ]);
  const groups = new Set(SERVER_CHECK_IDS.map((id) => SERVER_CHECKS[id].group));
  expect([...groups].toSorted()).toEqual([...SERVER_CHECK_GROUPS].toSorted());
  expect(SERVER_CHECK_IDS.filter((id) => SERVER_CHECKS[id].excludable)).toEqual([
    'invalid-addresses',
    'duplicated-addresses',
  ]);
});

test('a machine reads the first twenty records of a check, one in a line', () => {
  const people = Array.from({ length: 25 }, () => PERSON);
  expect(occurrencesOf(people)).toEqual(Array.from({ length: 20 }, () => 'A <a@x.example>'));
  expect(occurrencesOf([{ ...PERSON, email: '' }])).toEqual(['A']);
  expect(occurrencesOf([PROJECT])).toEqual(['SUP Support']);
  expect(occurrencesOf([{ what: 'requests', count: 3 }])).toEqual(['3 requests']);
  expect(occurrencesOf([{ name: 'Night shift' }])).toEqual(['Night shift']);
});
