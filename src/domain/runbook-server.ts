/*
 * The runbook of a migration from a server: assess, connect, check, in advance, migration day, and
 * what stays to do (S4; domain.md 5.1, 7). The labels are those of the migration assistant.
 */
import { migrateStep } from './runbook-after.ts';
import { countOf, label, line, name, step } from './runbook-line.ts';
import { memberSteps, reviewSteps } from './runbook-members.ts';
import { assess, choose, connect, openCard } from './runbook-server-before.ts';
import { countSteps, tellServerStep } from './runbook-server-after.ts';
import type { RunbookFacts, RunbookStep } from './runbook-value.ts';

/** The ordered steps of a migration. */
export function serverSteps(facts: RunbookFacts): readonly RunbookStep[] {
  return [
    assess(facts),
    connect(facts),
    choose(facts),
    check(facts),
    ...(facts.flow === 'with-data' ? [inAdvance(facts)] : []),
    run(facts),
    ...reviewSteps(facts),
    ...(facts.attention['upgrade-portal-only'] > 0 ? [migrateStep(facts)] : []),
    ...memberSteps(facts),
    ...countSteps(facts),
    tellServerStep(facts),
  ];
}

function check({ source }: RunbookFacts): RunbookStep {
  return step('checks', 'Run the checks', {
    actions: [
      line(
        'Run the ',
        label('Pre-migration checks'),
        ' a few days ahead. Open whatever does not pass, and follow its steps.',
      ),
      line('Run them again shortly before the migration: what was found is kept for 30 days.'),
    ],
    files: [line('The CSV file of each check that names somebody.')],
    checks: [line('No check shows an error, and every warning is agreed.')],
    stops: [line('A check errs that passed before: ', name(source), ' or the site has changed.')],
  });
}

/** S4, "Reducing downtime by pre-migrating customers". */
function inAdvance({ people, counts }: RunbookFacts): RunbookStep {
  const earlier = counts['left-out'] ?? 0;
  const { customers, users } = people;
  return step('in-advance', 'Migrate people in advance', {
    actions: [
      openCard('Migrate your users in advance', 'Migrate users'),
      line(
        'Include ',
        label('All Jira Service Management customers'),
        ', and run it days before migration day: whoever came is not migrated again.',
      ),
    ],
    checks: [
      line(
        `This plan takes ${countOf(customers, 'customer', 'customers')} and ${countOf(users, 'user', 'users')}. `,
        earlier > 0
          ? `${countOf(earlier, 'of them came', 'of them came')} already.`
          : 'None of them came already.',
      ),
    ],
    stops: [line('The fixes of the assessment change between the two migrations.')],
  });
}

const OUTCOMES: readonly (readonly [keyof RunbookFacts['counts'], string])[] = [
  ['create', 'New portal-only customers'],
  ['create-account', 'New Atlassian accounts'],
  ['link', 'Linked to the account that is there, not migrated'],
  ['duplicate', 'With two accounts afterwards'],
  ['link-duplicate', 'With two accounts already'],
  ['former-user', 'Former customers: no account, only their requests'],
  ['left-out', 'Left out, as an earlier run brought them'],
  ['not-copied', 'Not migrated, as the run ended before their turn'],
];

function run({ flow, counts, isForecast }: RunbookFacts): RunbookStep {
  const total = OUTCOMES.reduce((sum, [action]) => sum + (counts[action] ?? 0), 0);
  const title = flow === 'with-data' ? 'Migration day' : 'Run the migration';
  return step('run', title, {
    actions: [
      line('Tell everybody that nothing may be changed meanwhile, on the server or in the cloud.'),
      line(
        'In ',
        label('Review migration'),
        ' look at the numbers once more, then run. Nobody gets an e-mail.',
      ),
      line(
        'Watch it on the ',
        label('Migrations dashboard'),
        '. Stopping finishes the step under way and cannot be resumed.',
      ),
    ],
    files: [
      line(
        'The pre- and post-migration reports and the error log, from ',
        label('Logs and reports'),
        '.',
      ),
    ],
    checks: [
      line(`${isForecast ? 'Expect' : 'The run took'} ${countOf(total, 'person', 'people')}.`),
      ...OUTCOMES.flatMap(([action, text]) =>
        counts[action] === undefined ? [] : [line(`${text}: `, counts[action], '.')],
      ),
    ],
    stops: [
      line(
        'It ends as ',
        label('INCOMPLETE'),
        ': some data arrived and may need cleaning before another try.',
      ),
    ],
  });
}
