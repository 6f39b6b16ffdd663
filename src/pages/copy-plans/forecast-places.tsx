/* The customer organizations and service projects of a forecast. */
import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { ForecastNamedList } from './forecast-named-list.tsx';
import { isMigration } from './flow-words.ts';
import styles from './forecast.module.css';
import { PROJECTS } from './plan-words.ts';

export type OrganizationForecast = Forecast['organizations'][number];
export type ProjectForecast = Forecast['projects'][number];

type Outcome = {
  readonly label: string;
  readonly tone: LozengeTone;
  readonly text: (destination: string) => string;
};

const ORGANIZATIONS: Readonly<Record<OrganizationForecast['outcome'], Outcome>> = {
  created: {
    label: 'Created',
    tone: 'success',
    text: (destination) => `${destination} has none of this name.`,
  },
  merged: {
    label: 'Merged',
    tone: 'default',
    text: (destination) => `Becomes one with that of the same name on ${destination}.`,
  },
  'copied-before': {
    label: 'Copied earlier',
    tone: 'default',
    text: () =>
      'An earlier run brought it. Members whom this run brings join it; other changes to it are not copied.',
  },
  conflict: {
    label: 'Conflict',
    tone: 'removed',
    text: (destination) =>
      `${destination} has one of this name with other members or other project access. It blocks the run.`,
  },
};

/** What happens to a customer organization, in a few words. */
export function organizationOutcomeLabel({ outcome }: OrganizationForecast): string {
  return ORGANIZATIONS[outcome].label;
}

const PROJECT_OUTCOMES: Readonly<Record<ProjectForecast['outcome'], Outcome>> = {
  created: {
    label: 'Created',
    tone: 'success',
    text: (destination) => `Arrives on ${destination} under its own name and key.`,
  },
  renamed: {
    label: 'Created under another name',
    tone: 'moved',
    text: (destination) => `Its name or key is taken on ${destination}; nothing is overwritten.`,
  },
  continued: {
    label: 'Continued',
    tone: 'default',
    text: () => 'An earlier run brought it. Only what is new arrives.',
  },
};

/** What happens to a service project, in a few words. */
export function projectOutcomeLabel({ outcome }: ProjectForecast): string {
  return PROJECT_OUTCOMES[outcome].label;
}

function OutcomeCell({ words, plan }: { readonly words: Outcome; readonly plan: CopyPlan }) {
  return (
    <span className={styles['outcome']}>
      <Lozenge tone={words.tone}>{words.label}</Lozenge>
      <span className={styles['next']}>{words.text(plan.destination.name)}</span>
    </span>
  );
}

function organizationColumns(plan: CopyPlan): readonly Column<OrganizationForecast>[] {
  return [
    { id: 'name', heading: 'Customer organization', isRowHeader: true, cell: ({ name }) => name },
    {
      id: 'outcome',
      heading: 'What happens',
      width: '40%',
      cell: ({ outcome }) => <OutcomeCell words={ORGANIZATIONS[outcome]} plan={plan} />,
    },
    {
      id: 'there',
      heading: 'On destination',
      cell: ({ name, nameThere }) => nameThere ?? name,
    },
    {
      id: 'members',
      heading: 'Members joining',
      align: 'end',
      width: '10rem',
      cell: ({ members, leftBehind }) => (
        <>
          {count(members)}
          {leftBehind > 0 && (
            <span className={styles['next']}>
              {` ${countOf(leftBehind, { one: 'stays behind', other: 'stay behind' })}`}
            </span>
          )}
        </>
      ),
    },
  ];
}

function projectColumns(plan: CopyPlan): readonly Column<ProjectForecast>[] {
  return [
    {
      id: 'name',
      heading: 'Service project',
      isRowHeader: true,
      cell: ({ key, name }) => `${name} (${key})`,
    },
    {
      id: 'outcome',
      heading: 'What happens',
      width: '40%',
      cell: ({ outcome }) => <OutcomeCell words={PROJECT_OUTCOMES[outcome]} plan={plan} />,
    },
    {
      id: 'there',
      heading: 'On destination',
      cell: ({ keyThere, nameThere }) => `${nameThere} (${keyThere})`,
    },
    {
      id: 'requests',
      heading: 'Requests arriving',
      align: 'end',
      width: '10rem',
      cell: ({ requests }) => count(requests),
    },
  ];
}

type WithPlan = { readonly plan: CopyPlan };

/** Customer organizations related to the selected projects (S2). */
export function ForecastOrganizations({
  organizations,
  plan,
}: Pick<Forecast, 'organizations'> & WithPlan) {
  return (
    <ForecastNamedList
      caption="Customer organizations and what the run would do"
      rows={organizations}
      columns={organizationColumns(plan)}
      noun={{ one: 'customer organization', other: 'customer organizations' }}
      nothing={{
        title: 'No customer organizations',
        description:
          'Only customer organizations of the selected service projects are copied, and there are none.',
      }}
    />
  );
}

/** The selected service projects. */
export function ForecastProjects({ projects, plan }: Pick<Forecast, 'projects'> & WithPlan) {
  return (
    <ForecastNamedList
      caption="Service projects and what the run would do"
      rows={projects}
      columns={projectColumns(plan)}
      noun={PROJECTS}
      nothing={{
        title: 'No service projects',
        description: isMigration(plan)
          ? 'The migration selects none, so no requests arrive.'
          : 'The plan selects none, so no requests and no customer organizations arrive.',
      }}
    />
  );
}
