/* The runbook from the run on: the report, groups, duplicates, telling people (S0, S2; domain.md 9). */
import type { CopyOutcome } from './copy-plan.ts';
import { batchesOf } from './duplicate-migration.ts';
import type { RunbookFacts, RunbookLine, RunbookStep } from './runbook-value.ts';
import { clicks, countOf, label, line, name, step } from './runbook-line.ts';
import { memberSteps, reviewSteps } from './runbook-members.ts';

const OUTCOMES: Readonly<Record<CopyOutcome['action'], string>> = {
  create: 'New on the destination as portal-only customers',
  link: 'Linked to the account that is there',
  'create-account': 'Get a new Atlassian account, and are not told of it',
  'add-to-site': 'Added to the destination with their Atlassian account',
  group: 'With an Atlassian account there, waiting in the imported group',
  duplicate: 'With two accounts afterwards',
  'link-duplicate': 'With two accounts already',
  'former-user': 'Deleted: only their content comes, under Former user',
  'left-out': 'Left out, as an earlier run copied them',
  'not-copied': 'Not copied, as the run ended before their turn',
};

/** The order in which every screen has them. */
const ORDER = Object.keys(OUTCOMES) as readonly CopyOutcome['action'][];

/** Running and reading the report. */
export function runSteps(facts: RunbookFacts): readonly RunbookStep[] {
  return [run(facts), readReport(facts)];
}

/** Working off what the report asks for, and telling people. */
export function afterSteps(facts: RunbookFacts): readonly RunbookStep[] {
  return [
    ...(facts.attention['review-group'] > 0 ? [approve(facts)] : []),
    ...reviewSteps(facts),
    ...(facts.attention['upgrade-portal-only'] > 0 ? [migrateStep(facts)] : []),
    ...memberSteps(facts),
    tell(facts),
    finish(facts),
  ];
}

function run(facts: RunbookFacts): RunbookStep {
  const total = ORDER.reduce((sum, action) => sum + (facts.counts[action] ?? 0), 0);
  return step('run', 'Run the plan', {
    actions: [line('Run the plan and wait until it ends. Customers receive no e-mail of it.')],
    checks: [
      line(
        `${facts.isForecast ? 'Expect' : 'The run copied'} ${countOf(total, 'customer', 'customers')}.`,
      ),
      ...ORDER.flatMap((action) =>
        facts.counts[action] === undefined
          ? []
          : [line(`${OUTCOMES[action]}: `, facts.counts[action], '.')],
      ),
    ],
    stops: [
      line(
        'The plan ends as incomplete. Keep its report and do not run it again before you know why.',
      ),
    ],
  });
}

function readReport({ attention }: RunbookFacts): RunbookStep {
  const { 'review-group': groups, 'upgrade-portal-only': duplicates } = attention;
  return step('report', 'Read the report', {
    actions: [
      line('Open ', label('View details'), ' and download the report.'),
      line('Open RequiresAttention.CSV in it.'),
    ],
    files: [line('The report as it was downloaded, unchanged.')],
    checks: [
      line(
        `${countOf(groups, 'row asks', 'rows ask')} for the review of a group, `,
        `${countOf(duplicates, 'row says', 'rows say')} `,
        label('Found duplicate accounts on destination'),
        '.',
      ),
    ],
    stops: [line('Other numbers than these: compare the rows before you change anything.')],
  });
}

function approve({ destination, importedGroup, attention }: RunbookFacts): RunbookStep {
  const rows = attention['review-group'];
  return step('approve', 'Approve the imported group', {
    actions: [
      line(
        'On ',
        name(destination),
        ', under ',
        label('User management'),
        ', select ',
        label('review now'),
        ' in the banner for imported groups.',
      ),
      line(
        'Select ',
        label('Review'),
        ' for ',
        importedGroup === null ? 'the group under Next step' : name(importedGroup),
        '.',
      ),
      line('Select ', label('Approve'), ' to assign the Customer role. It takes no licence.'),
    ],
    checks: [
      line(`The group has ${countOf(rows, 'member', 'members')}.`),
      line('One of them opens a request that was copied.'),
    ],
    stops: [line('The review offers another role than Customer.')],
  });
}

/** Addresses with two accounts: the portal-only one of each goes. */
export function migrateStep(facts: RunbookFacts): RunbookStep {
  const count = facts.attention['upgrade-portal-only'];
  const batches = batchesOf(count);
  return step('migrate', 'Upgrade the duplicates', {
    actions: [
      portalCustomersPage(facts),
      line(
        'Search by e-mail address: the page does not search names. Customers whose access is revoked need ',
        label('Grant access'),
        ' first.',
      ),
      line(
        `Select the ${countOf(count, 'customer', 'customers')} of the report${batches.length === 1 ? ', at most 1,000 at once. Select ' : ` in ${countOf(batches.length, 'batch', 'batches')} of at most 1,000. For each batch select `}`,
        label('Migrate to Atlassian account'),
        ' and then ',
        label('Migrate'),
        '. This cannot be undone.',
      ),
      ...(batches.length === 1
        ? []
        : batches.map((size, index) =>
            line(`Batch ${index + 1}: ${countOf(size, 'customer', 'customers')}.`),
          )),
    ],
    files: [line('For each batch the list of its addresses.')],
    checks: [
      line(
        'After each batch: its portal-only accounts are inactive. One migration takes up to ten minutes.',
      ),
    ],
    stops: [line('More than a few of a batch fail: find out why before the next batch.')],
  });
}

function portalCustomersPage({ experience, destination }: RunbookFacts): RunbookLine {
  return experience === 'centralized'
    ? line(
        'Open ',
        ...clicks('Products', 'Sites and products'),
        ', choose ',
        name(destination),
        ', and under ',
        label('Jira Service Management'),
        ' open ',
        label('Portal customers'),
        '.',
      )
    : line(
        'Open the Admin of ',
        name(destination),
        ', and under ',
        label('User management'),
        ' select ',
        label('Jira Service Management'),
        '.',
      );
}

function tell({ destination, counts }: RunbookFacts): RunbookStep {
  const created = counts.create ?? 0;
  return step('tell', 'Tell the customers', {
    actions: [
      line(
        'Write to the customers of the mailing list, one message for each of its groups: the copy told nobody.',
      ),
      ...(created > 0
        ? [
            line(
              `Invite the ${countOf(created, 'new customer', 'new customers')} on the Customers page of a service project of `,
              name(destination),
              ' (',
              label('Add customers'),
              ').',
            ),
          ]
        : []),
      line('Give everybody else the link to the help center of ', name(destination), '.'),
    ],
    files: [line('The mailing list of the run.')],
    checks: [line('One person of each group logs in to the help center.')],
    stops: [
      line('Somebody is sent back and forth at the log-in: restore the suspended account first.'),
    ],
  });
}

function finish({ source }: RunbookFacts): RunbookStep {
  return step('finish', 'Finish', {
    actions: [
      line('Go through RequiresAttention.CSV once more, row by row.'),
      line('Keep ', name(source), ' as it is until nobody has asked for it for a while.'),
    ],
    files: [line('All files of this runbook, in one place.')],
    checks: [
      line('Every group of the report is approved, and no address holds two accounts.'),
      line('A further plan between the same sites would copy only what is new.'),
    ],
  });
}
