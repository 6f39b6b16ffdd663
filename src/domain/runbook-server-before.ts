/* The runbook of a migration until its checks: assess, connect to cloud, choose (S4; domain.md 7.1, 7.5). */
import { clicks, countOf, label, line, name, names, step } from './runbook-line.ts';
import type { RunbookFacts, RunbookLine, RunbookStep } from './runbook-value.ts';

/** The way to a card of the migration assistant's home, and its button. */
export function openCard(card: string, button?: string): RunbookLine {
  return line(
    'On the server open ',
    ...clicks('Administration', 'System', 'Migrate to cloud'),
    ...(button === undefined
      ? [', and begin on the card ', label(card), '.']
      : [', and on the card ', label(card), ' select ', label(button), '.']),
  );
}

/** What is wrong with the addresses, and what becomes of it. */
export function assess({ source }: RunbookFacts): RunbookStep {
  return step('assess', 'Assess the users', {
    actions: [
      openCard('Assess and prepare your users', 'Begin assessing'),
      line(
        'For ',
        label('Invalid email addresses'),
        ' and ',
        label('Duplicated email accounts'),
        ' select ',
        label('Fix or customize users'),
        ', and decide what becomes of each.',
      ),
    ],
    files: [line('The CSV file of the fixes, as it was uploaded last.')],
    checks: [
      line('No address is left for which nothing is done: such a person stops the run.'),
      line(
        'The user directories of ',
        name(source),
        ' are as they were before: fixes apply in the cloud alone.',
      ),
    ],
    stops: [line('Somebody would be merged with another person who shares the address only.')],
  });
}

/** The destination. */
export function connect({ source, destination, flow, planName }: RunbookFacts): RunbookStep {
  return step('connect', 'Connect to cloud', {
    actions: [
      line(
        'Make sure that you administer Jira on ',
        name(source),
        ' and the organization of ',
        name(destination),
        '.',
      ),
      flow === 'in-advance'
        ? openCard('Migrate your users in advance', 'Migrate users')
        : openCard('Migrate your data'),
      line(
        'In ',
        label('Connect to cloud'),
        ' choose ',
        name(destination),
        ' and name the migration ',
        name(planName),
        '.',
      ),
    ],
    checks: [line('The site chosen is ', name(destination), ', and no other.')],
    stops: [line('The site is not offered: you do not administer its organization.')],
  });
}

const CUSTOMERS = {
  all: 'All Jira Service Management customers',
  related: 'Only customers related to the selected projects',
  none: 'No customers',
} as const;

/** Projects, users, groups and customers. */
export function choose(facts: RunbookFacts): RunbookStep {
  const { flow, projects, customers, preserveGroupMembership } = facts;
  const isInAdvance = flow === 'in-advance';
  return step('choose', 'Choose what to migrate', {
    actions: [
      ...(isInAdvance
        ? [
            line(
              'Go to ',
              label('Choose how to migrate users and group'),
              '. All users and groups come along.',
            ),
          ]
        : [
            projects.length === 0
              ? line('Select no project: only people are migrated.')
              : line(
                  `Select ${countOf(projects.length, 'service project', 'service projects')}: `,
                  ...names(projects.map((project) => `${project.name} (${project.key})`)),
                  '.',
                ),
            line(USERS[facts.users]),
          ]),
      line(
        preserveGroupMembership
          ? 'Let users arrive in their groups.'
          : 'Migrate users and groups separately, so that nobody is in a group at first.',
      ),
      isInAdvance && customers === 'none'
        ? line('Leave the customers out.')
        : line('For customers choose ', label(CUSTOMERS[customers]), '.'),
    ],
    checks: [line('Agents and project admins are among the users, not among the customers.')],
  });
}

const USERS: Readonly<Record<RunbookFacts['users'], string>> = {
  all: 'Choose all users and groups.',
  related: 'Choose only the users who are referenced in the selected projects.',
  'related-and-members':
    'Choose only the users who are referenced in the selected projects, and the members of their groups.',
};
