/* The real RequiresAttention.csv, of which S0 states only `Problem` and `Next step`. */
import { expect, test } from 'vitest';
import { attentionColumns, knownProblem } from '#src/domain/attention-file.ts';
import { ATTENTION_HEADINGS } from '#src/domain/own-files.ts';

test.each<[string[], (number | null)[] | null]>([
  [
    ['Email', 'Problem', 'Next step'],
    [0, 1, 2, null],
  ],
  [
    ['EMAIL ADDRESS', 'problem', 'NEXT  STEPS', 'Name'],
    [0, 1, 2, 3],
  ],
  [
    ['\uFEFFUser name', 'User e-mail', 'Issue', 'Action'],
    [1, 2, 3, 0],
  ],
  [
    ['Destination email', 'E-mail', 'Next_step'],
    [1, null, 2, null],
  ],
  [
    ['Problem with email', 'Customer'],
    [0, null, null, 1],
  ],
  [[...ATTENTION_HEADINGS], [0, 5, 6, 1]],
  [['Name', 'Problem', 'Next step'], null],
  [[''], null],
])('%j: e-mail, problem, next step and name stand in %j', (headings, expected) => {
  const found = attentionColumns(headings);
  expect(found && [found.email, found.problem, found.nextStep, found.name]).toEqual(expected);
});

test.each([
  ['Found duplicate accounts on destination', '', 'upgrade-portal-only'],
  ['DUPLICATED ACCOUNT', 'Review group x', 'upgrade-portal-only'],
  ['Customer role not assigned on destination', '', 'review-group'],
  ['', 'Upgrade portal-only account to Atlassian account', 'upgrade-portal-only'],
  ['Something new', 'Migrate the portal only customer', 'upgrade-portal-only'],
  ['', 'Review group upgraded-people to assign Customer role', 'review-group'],
  ['Mismatch', 'Approve the group', 'review-group'],
  ['Email is not valid', 'Correct it', null],
  ['', '', null],
])('“%s” with “%s” means %s (S0)', (problem, nextStep, expected) => {
  expect(knownProblem(problem, nextStep)).toBe(expected);
});
