/* The runbook: the steps that a plan asks for in the real console, and names that stay text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchesOf } from '#src/domain/duplicate-migration.ts';
import { escapeMarkdown } from '#src/domain/markdown-text.ts';
import type { RunbookFacts, RunbookLine } from '#src/domain/runbook-value.ts';
import { runbookOf } from '#src/domain/runbook.ts';
import { runbookMarkdown } from '#src/server/reports/runbook-file.ts';

const FACTS: RunbookFacts = {
  planName: 'Move customers',
  flow: 'copy',
  source: 'harbor-support',
  destination: 'harbor',
  experience: 'centralized',
  isOneOrganization: true,
  customers: 'all',
  users: 'related',
  preserveGroupMembership: true,
  projects: [{ key: 'IT', name: 'IT help' }],
  counts: { create: 1_200, link: 3, group: 2 },
  people: { users: 0, customers: 0, former: 0, counted: 0 },
  attention: { 'review-group': 2, 'upgrade-portal-only': 1_001 },
  importedGroup: 'imported-customers-harbor-support-1',
  groups: [{ name: 'vendors', members: 4, joinsExisting: true }],
  conflicts: [],
  isForecast: true,
};

function words(line: RunbookLine): string {
  return line.map(({ text }) => text).join('');
}

function stepOf(facts: RunbookFacts, id: string) {
  return runbookOf(facts).steps.find((step) => step.id === id);
}

function markdown(facts: RunbookFacts): string {
  return new TextDecoder().decode(runbookMarkdown(runbookOf(facts)));
}

describe('batches of at most 1,000 (domain.md 9, BULK)', () => {
  test.each([
    [0, []],
    [1, [1]],
    [1_000, [1_000]],
    [1_001, [1_000, 1]],
    [2_500, [1_000, 1_000, 500]],
  ])('%i duplicates', (count, batches) => {
    expect(batchesOf(count)).toEqual(batches);
  });

  test('stand in the step, each with its number', () => {
    const lines = stepOf(FACTS, 'migrate')!.actions.map(words);
    expect(lines).toContain('Batch 1: 1,000 customers.');
    expect(lines).toContain('Batch 2: 1 customer.');
    expect(lines.find((line) => line.startsWith('Select the'))).toMatch(
      /^Select the 1,001 customers of the report in 2 batches of at most 1,000\./,
    );
  });

  test('no duplicate, no step', () => {
    const attention = { 'review-group': 0, 'upgrade-portal-only': 0 };
    const ids = runbookOf({ ...FACTS, attention }).steps.map(({ id }) => id);
    expect(ids).toEqual([
      'prepare',
      'keep-files',
      'create-plan',
      'check-conflicts',
      'run',
      'report',
      'tell',
      'finish',
    ]);
  });
});

test('the wizard is walked with its exact labels, in its order (domain.md 6.2; S2)', () => {
  const { actions } = stepOf(FACTS, 'create-plan')!;
  const labels = actions.flat().filter(({ kind }) => kind === 'label');
  expect(labels.map(({ text }) => text)).toEqual([
    'Settings',
    'Data management',
    'Copy product data',
    'Create copy plan',
    'How it works',
    'Next',
    'Select a product',
    'Next',
    'Next',
    'Select data',
    'Users and groups associated with selected projects',
    'Preserve group membership',
    'All customers',
  ]);
});

function selectData(facts: Partial<RunbookFacts>): string {
  const lines = stepOf({ ...FACTS, ...facts }, 'create-plan')!.actions.map(words);
  return lines.find((line) => line.startsWith('In Select data'))!;
}

describe('users and groups in the wizard (domain.md 6.2, USERS and COPYCONF)', () => {
  test.each([
    [{ users: 'related' }, /^In Select data choose Users and groups associated with selected/],
    [{ users: 'related-and-members' }, /and the members of the groups that are, Preserve group/],
    [{ users: 'all' }, /choose all users and groups, Preserve group membership, and for/],
    [{ preserveGroupMembership: false }, /separately, without Preserve group membership, and/],
    [{ customers: 'related' }, /for customers Only customers related to the selected projects/],
  ] as const)('%j', (facts, sentence) => {
    expect(selectData(facts)).toMatch(sentence);
  });

  test('only customer organizations of the selected projects come along (S2)', () => {
    const lines = stepOf(FACTS, 'create-plan')!.actions.map(words);
    expect(lines.at(-1)).toMatch(/^Of customer organizations only those related to the selected/);
  });

  test('copied separately, the users are put into their groups by hand afterwards', () => {
    expect(stepOf(FACTS, 'members')).toBeUndefined();
    const groups = [{ name: 'vendors', members: 0, joinsExisting: false }];
    const step = stepOf({ ...FACTS, preserveGroupMembership: false, groups }, 'members')!;
    expect(step.actions.map(words)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/before you add anybody: vendors\.$/),
        expect.stringContaining('on harbor-support.'),
      ]),
    );
  });
});

test('the source’s own groups that are new there are reviewed too, in a step of their own (S0; domain.md 6.5)', () => {
  expect(stepOf(FACTS, 'review-groups')).toBeUndefined();
  const groups = [...FACTS.groups, { name: 'agents', members: 2, joinsExisting: false }];
  const step = stepOf({ ...FACTS, groups }, 'review-groups')!;
  expect(words(step.actions[0]!)).toBe(
    'These groups of harbor-support are new on harbor and give nothing until they are reviewed: agents.',
  );
});

test('the check of the run has the outcomes in the order of every screen', () => {
  const counts = { group: 2, link: 3, create: 1 };
  expect(stepOf({ ...FACTS, counts }, 'run')!.checks.map(words)).toEqual([
    'Expect 6 customers.',
    'New on the destination as portal-only customers: 1.',
    'Linked to the account that is there: 3.',
    'With an Atlassian account there, waiting in the imported group: 2.',
  ]);
});

test('the group is reviewed with the labels of S0, steps 5 to 7', () => {
  const lines = stepOf(FACTS, 'approve')!.actions.map(words);
  expect(lines[0]).toContain('under User management, select review now in the banner');
  expect(lines[1]).toBe('Select Review for imported-customers-harbor-support-1.');
  expect(lines[2]).toContain('Select Approve to assign the Customer role');
});

function wayIn(experience: RunbookFacts['experience']): string {
  return words(stepOf({ ...FACTS, experience }, 'migrate')!.actions[0]!);
}

test('the page of portal-only customers is where the experience has it (S1; domain.md 2.1)', () => {
  expect(wayIn('centralized')).toBe(
    'Open Products > Sites and products, choose harbor, and under Jira Service Management open Portal customers.',
  );
  expect(wayIn('original')).toBe(
    'Open the Admin of harbor, and under User management select Jira Service Management.',
  );
});

test('conflicts are named in the step that meets them, with the title of the check (S2; domain.md 6.3)', () => {
  const step = stepOf({ ...FACTS, conflicts: ['Acme', 'Bolt'] }, 'check-conflicts')!;
  const lines = step.actions.map(words);
  expect(lines[1]).toBe(
    'Expect Some customer organizations already exist on the destination, for 2 names. Remove or rename each on harbor-support: Acme, Bolt.',
  );
  // A name is no step of its own.
  expect(lines[2]).toBe('Check again.');
});

test('customers get no e-mail of the copy: new ones are invited, the others get the link (S2, "Notify customers")', () => {
  const lines = stepOf(FACTS, 'tell')!.actions.map(words);
  expect(lines[1]).toBe(
    'Invite the 1,200 new customers on the Customers page of a service project of harbor (Add customers).',
  );
  expect(lines[2]).toBe('Give everybody else the link to the help center of harbor.');
});

describe('names in the Markdown', () => {
  test.each([
    ['# Big', String.raw`\# Big`],
    ['[a](javascript:1)', String.raw`\[a\]\(javascript\:1\)`],
    ['<img src=x onerror=1>', String.raw`\<img src\=x onerror\=1\>`],
    ['a\n\n# b', String.raw`a \# b`],
    ['**b** `c` |d|', String.raw`\*\*b\*\* \`c\` \|d\|`],
    ['\\', '\\\\'],
    ['Zoë Müller', 'Zoë Müller'],
  ])('%j is text', (name, escaped) => {
    expect(escapeMarkdown(name)).toBe(escaped);
  });

  test('every escaped text reads back as it was, on one line, and nothing in it is markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeMarkdown(text);
        expect(escaped).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(
          text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
        );
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
      }),
    );
  });

  test('a plan, a project and a group with markup in their names stay text in the file', () => {
    const evil = '](http://evil.example) <script>';
    const file = markdown({
      ...FACTS,
      planName: evil,
      importedGroup: evil,
      projects: [{ key: 'X', name: evil }],
      groups: [{ name: evil, members: 1, joinsExisting: true }],
    });
    expect(file).not.toContain('](http');
    expect(file).not.toContain('<script>');
    expect(file.match(/^# /gm)).toHaveLength(1);
    expect(file).toContain('**Check for Conflicts**');
  });
});
