import { expect, test } from 'vitest';
import { gradeCopy, type GradeFacts } from '#src/domain/copy-grade.ts';

const CLEAN: GradeFacts = {
  errors: 0,
  warnings: 0,
  losing: { people: 0, requests: 0 },
  attention: 0,
  pendingGroups: 0,
};

test.each<[string, Partial<GradeFacts>, string, string[]]>([
  ['nothing to say', {}, 'clean', []],
  ['a warning leaves work', { warnings: 2 }, 'needs-work', ['warnings 2']],
  [
    'so does a group to review (domain.md 5.1)',
    { pendingGroups: 1 },
    'needs-work',
    ['pending-groups 1'],
  ],
  [
    'and a row of the report (S0)',
    { attention: 3, warnings: 1 },
    'needs-work',
    ['attention 3', 'warnings 1'],
  ],
  [
    'somebody who loses sight of requests outweighs work (S0)',
    { losing: { people: 2, requests: 9 }, attention: 2 },
    'loses-access',
    ['losing 2', 'attention 2'],
  ],
  [
    'an error outweighs everything (S2, same-named customer organizations)',
    { errors: 1, losing: { people: 2, requests: 9 } },
    'blocked',
    ['errors 1', 'losing 2'],
  ],
])('%s', (_, facts, grade, reasons) => {
  const graded = gradeCopy({ ...CLEAN, ...facts });
  expect(graded.grade).toBe(grade);
  expect(graded.reasons.map(({ reason, count }) => `${reason} ${count}`)).toEqual(reasons);
});
