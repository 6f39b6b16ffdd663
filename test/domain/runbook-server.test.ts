/* The runbook of a server's migration (S4; domain.md 7). */
import { expect, test } from 'vitest';
import type { RunbookFacts } from '#src/domain/runbook-value.ts';
import { runbookOf } from '#src/domain/runbook.ts';

const FACTS: RunbookFacts = {
  planName: 'The data',
  flow: 'with-data',
  source: 'Quarry desk',
  destination: 'harbor',
  experience: 'centralized',
  isOneOrganization: false,
  customers: 'all',
  users: 'all',
  preserveGroupMembership: true,
  projects: [{ key: 'SRV', name: 'IT service' }],
  counts: { create: 3, 'create-account': 2, link: 4, 'left-out': 1 },
  people: { users: 3, customers: 7, former: 2, counted: 9 },
  attention: { 'review-group': 0, 'upgrade-portal-only': 0 },
  importedGroup: null,
  groups: [{ name: 'vendors', members: 4, joinsExisting: false }],
  conflicts: [],
  isForecast: true,
};

const ids = (facts: RunbookFacts) => runbookOf(facts).steps.map(({ id }) => id);

function textOf(facts: RunbookFacts, id: string): string {
  const step = runbookOf(facts).steps.find((each) => each.id === id)!;
  const lines = [...step.actions, ...step.files, ...step.checks, ...step.stops];
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

test('it goes from assessing over migration day to counting and telling', () => {
  expect(ids(FACTS)).toEqual([
    'assess',
    'connect',
    'choose',
    'checks',
    'in-advance',
    'run',
    'review-groups',
    'count',
    'roles',
    'tell',
  ]);
});

test('S4: pre-migrating customers is a step before migration day, and none of a migration in advance', () => {
  expect(textOf(FACTS, 'in-advance')).toContain('whoever came is not migrated again');
  const inAdvance: RunbookFacts = { ...FACTS, flow: 'in-advance', projects: [] };
  expect(ids(inAdvance)).not.toContain('in-advance');
  expect(textOf(inAdvance, 'choose')).toContain('Choose how to migrate users and group');
});

test('S4: counting matches the number of customers on the server with the cloud’s', () => {
  const text = textOf(FACTS, 'count');
  expect(text).toContain('Migrations dashboard');
  expect(text).toContain('User management > Jira Service Management');
  // As View details counts them: also who is merged or made former by a fix.
  expect(text).toContain('Expect 9 customers');
});

test('without customers nobody counts them', () => {
  const text = ids({ ...FACTS, customers: 'none', projects: [] });
  expect(text).not.toContain('count');
});

test('two accounts and users without their groups are steps of their own', () => {
  const facts = {
    ...FACTS,
    preserveGroupMembership: false,
    attention: { 'review-group': 0, 'upgrade-portal-only': 2 },
  };
  expect(ids(facts)).toEqual(expect.arrayContaining(['migrate', 'members']));
});

test('it speaks of migrating, never of copying', () => {
  const facts: RunbookFacts = {
    ...FACTS,
    preserveGroupMembership: false,
    attention: { 'review-group': 0, 'upgrade-portal-only': 2 },
  };
  for (const each of [FACTS, facts]) {
    expect(JSON.stringify(runbookOf(each))).not.toMatch(/\bcop(y|ied|ying|ies)\b/i);
  }
});
