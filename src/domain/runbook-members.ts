/* The runbook where users and groups are copied separately: who must be put into which group (domain.md 6.2). */
import type { RunbookFacts, RunbookStep } from './runbook-value.ts';
import { label, line, name, step } from './runbook-line.ts';

/** Adding the users to their groups by hand; nothing where membership is preserved. */
export function memberSteps(facts: RunbookFacts): readonly RunbookStep[] {
  const { source, destination, groups, preserveGroupMembership } = facts;
  if (preserveGroupMembership) return [];
  return [
    step('members', 'Put the users into their groups', {
      actions: [
        line(
          'Users and groups came separately: nobody is in a group that the copy brought, and no role was given.',
        ),
        ...(groups.length === 0
          ? [line('The copy brings no group that ', name(destination), ' does not have.')]
          : [
              line(
                'These groups are new and empty. ',
                label('Review'),
                ' each one before you add anybody:',
              ),
              ...groups.map((group) => line(name(group.name))),
            ]),
        line(
          'Add the users to the groups that they are in on ',
          name(source),
          '. A group that ',
          name(destination),
          ' had before gives its own access to whoever joins it.',
        ),
      ],
      files: [line('The members of each group on ', name(source), '.')],
      checks: [line('Everybody who shall work on requests has the role for it again.')],
      stops: [line('Adding somebody would take a licence that nobody approved.')],
    }),
  ];
}
