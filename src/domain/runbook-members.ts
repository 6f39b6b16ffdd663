/*
 * The runbook's steps about the groups of the source: reviewing those that arrive with their members,
 * or, where users and groups are copied separately, putting people into them (domain.md 6.2).
 */
import type { RunbookFacts, RunbookStep } from './runbook-value.ts';
import { label, line, name, names, step } from './runbook-line.ts';

/** The source's own groups that are new on the destination: each waits for review (S0, domain.md 6.5). */
export function reviewSteps(facts: RunbookFacts): readonly RunbookStep[] {
  const { source, destination, groups, preserveGroupMembership, attention } = facts;
  const waiting = groups.filter(({ joinsExisting }) => !joinsExisting);
  if (!preserveGroupMembership || waiting.length === 0) return [];
  const others = attention['review-group'] > 0 ? 'the other' : 'the';
  return [
    step('review-groups', `Review ${others} imported groups`, {
      actions: [
        line(
          'These groups of ',
          name(source),
          ' are new on ',
          name(destination),
          ' and give nothing until they are reviewed: ',
          ...names(waiting.map((group) => group.name)),
          '.',
        ),
        line(
          'Under ',
          label('User management'),
          ' select ',
          label('review now'),
          ' in the banner, then ',
          label('Review'),
          ' for each, and ',
          label('Approve'),
          ' or deny every access that it asks for.',
        ),
      ],
      checks: [line('No imported group waits for review.')],
      stops: [line('An approval would take a licence that nobody agreed to.')],
    }),
  ];
}

/** Adding the users to their groups by hand; nothing where membership is preserved. */
export function memberSteps(facts: RunbookFacts): readonly RunbookStep[] {
  const { source, destination, groups, preserveGroupMembership } = facts;
  const run = facts.flow === 'copy' ? 'copy' : 'migration';
  if (preserveGroupMembership) return [];
  return [
    step('members', 'Put the users into their groups', {
      actions: [
        line(
          `Users and groups came separately: nobody is in a group that the ${run} brought, and no role was given.`,
        ),
        ...(groups.length === 0
          ? [line(`The ${run} brings no group that `, name(destination), ' does not have.')]
          : [
              line(
                'These groups are new and empty. ',
                label('Review'),
                ' each one before you add anybody: ',
                ...names(groups.map((group) => group.name)),
                '.',
              ),
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
