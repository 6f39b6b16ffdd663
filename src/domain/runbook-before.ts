/* The runbook until the run: preparation checks, the wizard, the conflicts (S2; domain.md 6.1 to 6.3). */
import type { RunbookFacts, RunbookStep, RunbookText } from './runbook-value.ts';
import { clicks, countOf, label, line, name, names, step } from './runbook-line.ts';

/** The steps before *Run*, in order. */
export function planSteps(facts: RunbookFacts): readonly RunbookStep[] {
  return [prepare(facts), keepFiles(facts), createPlan(facts), checkConflicts(facts)];
}

function prepare({ source, destination, groups, isOneOrganization }: RunbookFacts): RunbookStep {
  const joined = groups.filter(({ joinsExisting }) => joinsExisting);
  const where = isOneOrganization ? 'in the organization' : 'in both organizations';
  return step('prepare', 'Prepare', {
    actions: [
      line(
        `Make sure that you are organization admin ${where}, and product admin on `,
        name(source),
        ' and on ',
        name(destination),
        '.',
      ),
      line('Compare the apps of both sites: app data is not copied.'),
      line(
        'Announce a time in which nobody changes or deletes anything on either site: it would make the plan fail.',
      ),
      ...joined.map((group) =>
        line(
          'The group ',
          name(group.name),
          ' exists on the destination. Its ',
          countOf(group.members, 'arriving member joins', 'arriving members join'),
          ' it and ',
          group.members === 1 ? 'gets' : 'get',
          ' its access at once, without a review. Rename it on the source if that is not wanted.',
        ),
      ),
    ],
    checks: [line('Both sites are quiet, and somebody is named who may stop the copy.')],
    stops: [
      line('You lack a right on either site.'),
      line('The copy would go from a sandbox to a production site.'),
    ],
  });
}

function keepFiles({ source, destination }: RunbookFacts): RunbookStep {
  const where = [name(source), ' and of ', name(destination)] as const;
  return step('keep-files', 'Keep the state before the copy', {
    actions: [
      line('Export the users of ', ...where, ' (', label('Export users'), ').'),
      line('Note how many portal-only customers each site has.'),
    ],
    files: [line('Both users exports, with the date in their names.'), line('This runbook.')],
    checks: [line('Each export opens and has as many rows as the site has users.')],
  });
}

function createPlan(facts: RunbookFacts): RunbookStep {
  const { planName, source, destination, customers, projects } = facts;
  const scope =
    customers === 'all' ? 'All customers' : 'Only customers related to the selected projects';
  return step('create-plan', 'Create the copy plan', {
    actions: [
      line(
        'Open ',
        ...clicks('Settings', 'Data management', 'Copy product data'),
        ' and select ',
        label('Create copy plan'),
        '.',
      ),
      line('Read ', label('How it works'), ' and select ', label('Next'), '.'),
      line('In ', label('Select a product'), ' choose Jira.'),
      line(
        'Choose ',
        name(source),
        ' as source and ',
        name(destination),
        ' as destination, name the plan ',
        name(planName),
        ', and select ',
        label('Next'),
        '.',
      ),
      projects.length === 0
        ? line('Select no project: only customers are copied.')
        : line(
            `Select ${countOf(projects.length, 'project', 'projects')}: `,
            ...names(projects.map((project) => `${project.name} (${project.key})`)),
            '. Then select ',
            label('Next'),
            '.',
          ),
      line(
        'In ',
        label('Select data'),
        ' choose ',
        ...usersChoice(facts.users),
        ', ',
        ...membershipChoice(facts.preserveGroupMembership),
        ', and for customers ',
        label(scope),
        '.',
      ),
      line(
        'Of customer organizations only those related to the selected projects are copied: there is nothing to choose.',
      ),
    ],
    checks: [line('The summary of the plan names the same sites, projects and choices as here.')],
    stops: [line('A site is missing in the dropdowns: you are not organization admin there.')],
  });
}

/** Only the label of the first choice is known; the others are described (domain.md 6.2). */
function usersChoice(users: RunbookFacts['users']): readonly (string | RunbookText)[] {
  switch (users) {
    case 'related':
      return [label('Users and groups associated with selected projects')];
    case 'related-and-members':
      return [
        'the users who are referenced in the selected projects and the members of the groups that are',
      ];
    default:
      return ['all users and groups'];
  }
}

function membershipChoice(isPreserved: boolean): readonly (string | RunbookText)[] {
  return isPreserved
    ? [label('Preserve group membership')]
    : ['to copy users and groups separately, without ', label('Preserve group membership')];
}

function checkConflicts({ conflicts, source }: RunbookFacts): RunbookStep {
  return step('check-conflicts', 'Check for conflicts', {
    actions: [
      line('Wait at ', label('Check for Conflicts'), ' until every check has ended.'),
      ...(conflicts.length === 0
        ? [line('No same-named customer organization is expected.')]
        : [
            line(
              'Expect ',
              label('Some customer organizations already exist on the destination'),
              `, for ${countOf(conflicts.length, 'name', 'names')}. Remove or rename each on `,
              name(source),
              ': ',
              ...names(conflicts),
              '.',
            ),
            line('Check again.'),
          ]),
    ],
    files: conflicts.length === 0 ? [] : [line('The file of ', label('Download CSV'), '.')],
    checks: [line('No check shows an error.')],
    stops: [
      line(
        'An error is shown that is not named here: the sites have changed since this runbook was made.',
      ),
    ],
  });
}
