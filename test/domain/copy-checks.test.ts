/* Each check before a run, by tables of facts (S2, "Copy customer organizations"; domain.md 5.1, 6.3, 6.6). */
import { describe, expect, test } from 'vitest';
import {
  checkCopy,
  COPY_CHECKS,
  organizationDifference,
  type CheckFacts,
  type CheckResult,
  type NeededSeat,
  type SameNamed,
} from '#src/domain/copy-checks.ts';

const CALM: CheckFacts = {
  ends: [
    { end: 'source', site: 'a', organization: 'A', isAllowed: true },
    { end: 'destination', site: 'b', organization: 'B', isAllowed: true },
  ],
  organizations: [],
  joins: [],
  blockedMembers: [],
  licences: { used: 0, limit: 3 },
  seats: [],
  forecast: { shown: 'x', present: 'x' },
};

const PAIR: SameNamed = {
  customerOrganizationId: 'customer-organization_1',
  name: 'Acme',
  version: 1,
  sourceMembers: ['a@x', 'b@x'],
  destinationMembers: ['b@x', 'a@x'],
  sourceProjects: [],
  destinationProjects: [],
  projectsAtOneEnd: [],
};

test('a plan that meets nothing passes every check, and names no record', () => {
  const checks = checkCopy(CALM);
  for (const id of COPY_CHECKS) {
    expect([id, checks[id].result, checks[id].rows.length]).toEqual([id, 'pass', 0]);
  }
});

describe('same-named customer organizations (S2, last paragraph; domain.md 6.3)', () => {
  test.each<[string, Partial<SameNamed>, ReturnType<typeof organizationDifference>]>([
    ['the same members in another order', {}, null],
    ['one more on the source', { sourceMembers: ['a@x', 'b@x', 'c@x'] }, 'members'],
    ['one more on the destination', { destinationMembers: ['a@x', 'b@x', 'c@x'] }, 'members'],
    ['as many, but others', { destinationMembers: ['a@x', 'c@x'] }, 'members'],
    ['nobody at either end', { sourceMembers: [], destinationMembers: [] }, null],
    ['a project linked at one end only', { projectsAtOneEnd: ['IT'] }, 'projects'],
    ['members and projects', { sourceMembers: [], projectsAtOneEnd: ['IT'] }, 'both'],
  ])('%s', (_, over, difference) => {
    expect(organizationDifference({ ...PAIR, ...over })).toBe(difference);
  });

  test('a difference is an error and counts the members in common; equal ones are no row', () => {
    const removal = { requests: 2, losing: 1 };
    const other = { ...PAIR, sourceMembers: ['a@x', 'c@x'], removal };
    const { result, rows } = checkCopy({
      ...CALM,
      organizations: [{ ...PAIR, removal }, other],
    })['customer-organizations'];
    expect([result, rows]).toEqual([
      'error',
      [{ ...other, differs: 'members', membersInCommon: 1 }],
    ]);
  });
});

function seatsOf(atOnce: number, later: number): NeededSeat[] {
  return Array.from({ length: atOnce + later }, (_, index) => ({
    email: `${index}@x`,
    name: 'Any',
    groups: ['agents'],
    when: index < atOnce ? 'at-once' : 'after-approval',
  }));
}

describe('licences of the destination (domain.md 6.6, BILL; 9)', () => {
  test.each<[string, number | null, number, number, number, CheckResult]>([
    ['a paid plan takes any number', null, 500, 100, 100, 'pass'],
    ['a Free plan that nobody joins passes, even full', 3, 3, 0, 0, 'pass'],
    ['a Free plan with room passes', 3, 1, 2, 0, 'pass'],
    ['one too many at once is an error', 3, 1, 3, 0, 'error'],
    ['one too many only after approvals is a warning', 3, 1, 1, 2, 'warning'],
    ['approvals that fit pass', 3, 1, 1, 1, 'pass'],
  ])('%s', (_, limit, used, atOnce, later, result) => {
    const facts = { ...CALM, licences: { used, limit }, seats: seatsOf(atOnce, later) };
    const { licences } = checkCopy(facts);
    expect(licences.result).toBe(result);
    expect(licences.facts).toEqual({ used, limit, atOnce, afterApproval: later });
    expect(licences.rows).toHaveLength(result === 'pass' ? 0 : atOnce + later);
  });
});

test('joining a group that exists is a warning with its groups and people counted once (domain.md 5.1, GRPS)', () => {
  const join = { name: 'A', gives: 'agent', givesAdmin: false, roleNow: 'none' } as const;
  const joins = [
    { ...join, group: 'g', email: 'a@x' },
    { ...join, group: 'h', email: 'a@x' },
  ];
  expect(checkCopy({ ...CALM, joins })['existing-groups']).toEqual({
    result: 'warning',
    facts: { groups: 2, people: 1 },
    rows: joins,
  });
});

test('members of block-listed groups are a warning: they are copied, the group is not (domain.md 5.1, BLOCK)', () => {
  const blockedMembers = [{ group: 'site-admins', email: 'a@x', name: 'A' }];
  expect(checkCopy({ ...CALM, blockedMembers })['blocked-groups']).toEqual({
    result: 'warning',
    facts: { groups: 1, people: 1 },
    rows: blockedMembers,
  });
});

test.each([
  [true, true, 'pass'],
  [false, true, 'error'],
  [true, false, 'error'],
  [false, false, 'error'],
])(
  'rights at the source %s, at the destination %s: %s (domain.md 6.1)',
  (source, target, result) => {
    const ends = [
      { ...CALM.ends[0]!, isAllowed: source },
      { ...CALM.ends[1]!, isAllowed: target },
    ];
    const { permissions } = checkCopy({ ...CALM, ends });
    expect(permissions.result).toBe(result);
    expect(permissions.rows).toEqual(ends.filter(({ isAllowed }) => !isAllowed));
  },
);

test.each([
  [null, 'pass'],
  ['now', 'pass'],
  ['before', 'warning'],
] as const)('a forecast %s, with the present one called now: %s', (shown, result) => {
  const forecast = { shown, present: 'now' };
  expect(checkCopy({ ...CALM, forecast })['data-changed'].result).toBe(result);
});
