/* The fixes in words: what can be chosen, and what each choice means. */
import type { ServerAssessment } from '#src/contract/wire.ts';
import type { Fact } from '#src/ui/conflict-fields.ts';
import { labels } from '#src/ui/labels.ts';

export type Found = NonNullable<ServerAssessment['found']>;
export type Fixes = Pick<Found['fixes'], 'level' | 'invalid' | 'duplicated'>;
export type FixFileName = Found['files'][number]['file'];

type Choice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  readonly description: string;
};

/** What can be done about invalid addresses. */
export const INVALID_FIXES: readonly Choice<Fixes['invalid']>[] = [
  {
    value: 'nothing',
    label: 'Do nothing',
    description: 'These users block every migration that would take them along.',
  },
  {
    value: 'former-users',
    label: labels.invalidAsFormerUsers,
    description: 'They get no account. Their requests and comments stand under Former user.',
  },
  {
    value: 'new-addresses',
    label: 'Create new emails for invalid users',
    description:
      'Each gets an address that is made up of the old one, the number of the user key and the server’s most common domain. Nobody receives mail there until you change it.',
  },
  {
    value: 'file',
    label: 'Use a CSV file',
    description: 'Download the users, enter their new addresses, and upload the file.',
  },
];

/** What can be done about duplicated addresses. */
export const DUPLICATE_FIXES: readonly Choice<Fixes['duplicated']>[] = [
  {
    value: 'nothing',
    label: 'Do nothing',
    description: 'These users block every migration that would take them along.',
  },
  {
    value: 'merge',
    label: labels.mergeDuplicatedUsers,
    description:
      'One account for each address. Permissions add up, so the rights of an administrator spread to the whole account, and the other profiles are lost. Which user becomes the account is left to chance in the real product; here it is a licensed one before a customer, an active one before an inactive one, then the first user name.',
  },
  {
    value: 'new-addresses',
    label: labels.newEmailsForDuplicated,
    description:
      'Each of them gets an address of their own, made up like those for invalid users. Nobody keeps the shared one.',
  },
  {
    value: 'file',
    label: 'Use a CSV file',
    description:
      'Download the users, enter addresses that nobody else has, and upload the file. One of those who share an address may keep it.',
  },
];

/** "Merge duplicated users" */
export function fixLabel(problem: 'invalid' | 'duplicated', fixes: Fixes): string {
  if (fixes.level === 'advanced') return 'By the CSV file of all users';
  const choices: readonly Choice<string>[] =
    problem === 'invalid' ? INVALID_FIXES : DUPLICATE_FIXES;
  return choices.find(({ value }) => value === fixes[problem])?.label ?? '';
}

export const FILE_NAMES: Readonly<Record<FixFileName, string>> = {
  invalid: 'the file of invalid addresses',
  duplicated: 'the file of duplicated addresses',
  all: 'the file of all users',
};

/** The chosen fixes in words, for comparing what was chosen with what is saved now. */
export function fixFacts(fixes: Fixes): readonly Fact[] {
  return [
    { label: 'How to fix users', value: fixes.level === 'simple' ? 'Simple' : 'Advanced' },
    { label: 'Invalid users', value: fixLabel('invalid', fixes) },
    { label: 'Duplicated users', value: fixLabel('duplicated', fixes) },
  ];
}
