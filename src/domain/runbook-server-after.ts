/* The end of a server's runbook: counting on both sides, giving roles, telling people (S4; domain.md 5.1). */
import { clicks, countOf, label, line, name, step } from './runbook-line.ts';
import type { RunbookFacts, RunbookStep } from './runbook-value.ts';

/** S4, "How to check if all the customers are migrated to cloud". */
export function countSteps(facts: RunbookFacts): readonly RunbookStep[] {
  const { source, destination, customers, people, counts, isForecast } = facts;
  if (customers === 'none') return [];
  const created = counts.create ?? 0;
  return [
    step('count', 'Count on both sides', {
      actions: [
        line(
          'On ',
          name(source),
          ' open the ',
          label('Migrations dashboard'),
          ', select ',
          label('View details'),
          ' and read the number of customers.',
        ),
        line(
          'In the cloud select the organization and ',
          name(destination),
          ', and open ',
          ...clicks('User management', 'Jira Service Management'),
          '.',
        ),
      ],
      checks: [
        line(
          `${isForecast ? 'Expect' : 'The migration has'} ${countOf(people.counted, 'customer', 'customers')} on the server's side; ${countOf(created, 'portal-only account is', 'portal-only accounts are')} new in the cloud.`,
        ),
        line(
          'Where the two numbers differ, every difference has a name: linked to an account that was there, two accounts, former customer, merged, left out by choice.',
        ),
      ],
      stops: [line('Somebody is missing whom no such reason explains.')],
    }),
    step('roles', 'Give customers with an Atlassian account their role', {
      actions: [
        line(
          'A customer whose address had an Atlassian account on ',
          name(destination),
          ' keeps it. No group is made for them: add those without a role to a group with the Customer role.',
        ),
      ],
      checks: [line('One of them opens a request that was migrated.')],
    }),
  ];
}

/** S4, "Email invites": nobody was told. */
export function tellServerStep({ destination, people }: RunbookFacts): RunbookStep {
  return step('tell', 'Tell the customers', {
    actions: [
      line(
        'Nobody got a notification. Write to the people of the mailing list, one message for each of its groups.',
      ),
      line('Give the link to the help center of ', name(destination), '.'),
      ...(people.former > 0
        ? [
            line(
              `${countOf(people.former, 'former customer is', 'former customers are')} nobody to write to: a container for their requests, without a log-in.`,
            ),
          ]
        : []),
    ],
    files: [line('The mailing list of the run.')],
    checks: [line('One person of each group logs in to the help center.')],
    stops: [
      line('Somebody is sent back and forth at the log-in: restore the suspended account first.'),
    ],
  });
}
