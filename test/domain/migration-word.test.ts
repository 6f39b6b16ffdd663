/* The statuses of a server's Migrations dashboard (domain.md 7.3). */
import { expect, test } from 'vitest';
import type { CopyPlanState } from '#src/domain/copy-plan.ts';
import { mayBeArchived, migrationWord } from '#src/domain/migration-word.ts';

const NOTHING = { people: 0, projects: 0 };
const OTHERS: CopyPlanState[] = ['saved', 'running', 'finished', 'stopped'];

test.each(OTHERS)('a migration that is %s is so whatever arrived (domain.md 7.3)', (state) => {
  expect(migrationWord(state, NOTHING)).toBe(state);
  expect(migrationWord(state, { people: 3, projects: 1 })).toBe(state);
});

test('a fault before anything arrived is FAILED', () => {
  expect(migrationWord('incomplete', NOTHING)).toBe('failed');
});

test.each([
  ['one person', { people: 1, projects: 0 }],
  ['one service project', { people: 0, projects: 1 }],
])('a fault after %s arrived is INCOMPLETE: some data did arrive (domain.md 7.3)', (_, arrived) => {
  expect(migrationWord('incomplete', arrived)).toBe('incomplete');
});

test('only what has ended can be archived', () => {
  const states: CopyPlanState[] = [...OTHERS, 'incomplete'];
  expect(states.filter(mayBeArchived)).toEqual(['finished', 'stopped', 'incomplete']);
});
