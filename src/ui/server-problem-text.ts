/* Problems of servers, their assessments and migrations in words; part of `problem-text.ts`. */
import { listOf } from './count.ts';
import { quoted, text, words, type Facts, type ProblemText } from './fact-text.ts';

export const SERVER_PROBLEM_TEXTS = {
  'server-migration.customers-not-offered': ({ customers, projects }) => ({
    title: 'This choice of customers is not offered',
    description:
      customers === 'none' && typeof projects === 'number' && projects > 0
        ? 'Customers can be left out only without a service project. Choose which customers come along, or select no service project.'
        : 'In advance all customers come along, or none. Choose one of the two.',
  }),
  'server-migration.in-advance-takes-all-users': () => ({
    title: 'In advance all users and groups come along',
    description:
      'Service projects and parts of the users are migrated with the data. Nothing was saved.',
  }),
  'server-migration.checks-failed': ({ names }) => ({
    title: 'Pre-migration checks have failed',
    description: `Nothing was migrated. Look at ${listOf(words(names)) || 'the checks'}, fix what they name, then run the checks again.`,
  }),
  'server-migration.check-not-excludable': ({ name }) => ({
    title: 'This check cannot be excluded',
    description: `${quoted([text(name) || 'It'])} has to pass before the migration can run.`,
  }),
  'assessment.not-begun': ({ name }) => ({
    title: 'The users were not assessed yet',
    description: `Assess the users of ${quoted([text(name) || 'the server'])} first.`,
  }),
  'assessment.migration-running': ({ name }) => ({
    title: 'A migration is running',
    description: `The fixes stand as they are until ${quoted([text(name) || 'it'])} has ended. Nothing was changed.`,
  }),
  'assessment.file-missing': () => ({
    title: 'The CSV file is missing',
    description: 'Upload the edited file before you choose it. Nothing was changed.',
  }),
  'assessment.file-unreadable': () => ({
    title: 'This is not a CSV file that can be read',
    description: 'Nothing was changed. Download the file, edit it, and save it as CSV.',
  }),
  'assessment.file-refused': () => ({
    title: 'The file was refused',
    description: 'Nothing was changed. Correct it, or download it again.',
  }),
  'server-migration.not-archivable': ({ state }) => ({
    title: 'It cannot be archived',
    description:
      state === 'archived'
        ? 'It is archived already. Reload to see it there.'
        : state === 'saved'
          ? 'It has not run. Delete it instead.'
          : 'It is running. Archive it once it has ended.',
  }),
  'server-migration.not-archived': () => ({
    title: 'It is not archived',
    description: 'It was restored meanwhile. Nothing was changed.',
  }),
} as const satisfies Record<string, (facts: Facts) => ProblemText>;
