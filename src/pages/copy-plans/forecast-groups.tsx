import type { CopyPlan, Forecast } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Lozenge, type LozengeTone } from '#src/ui/lozenge.tsx';
import type { Column } from '#src/ui/record-table.tsx';
import { ForecastNamedList } from './forecast-named-list.tsx';
import { wordsOf } from './flow-words.ts';
import styles from './forecast.module.css';
import { GROUPS } from './plan-words.ts';

export type GroupForecast = Forecast['groups'][number];

const OUTCOMES: Readonly<
  Record<GroupForecast['outcome'], { readonly label: string; readonly tone: LozengeTone }>
> = {
  review: { label: 'Created, waits for review', tone: 'inprogress' },
  joined: { label: 'Joined', tone: 'moved' },
  unchanged: { label: 'Unchanged', tone: 'default' },
  'left-behind': { label: 'Left behind', tone: 'removed' },
  'no-access': { label: 'Left behind', tone: 'default' },
};

/** What happens to a group, in a few words. */
export function groupOutcomeLabel({ outcome }: GroupForecast): string {
  return OUTCOMES[outcome].label;
}

/** Why, and what it means. */
function explain(group: GroupForecast, { source, destination }: CopyPlan): string {
  switch (group.outcome) {
    case 'review':
      return group.isForMismatched
        ? `Gathers customers who are portal-only on ${source.name} and have an Atlassian account on ${destination.name}. Gives nothing until it is approved.`
        : 'Gives nothing until its access is approved.';
    case 'joined':
      return `${destination.name} has a group of this name. Members get its access at once, without a review.`;
    case 'unchanged':
      return group.fromEarlierRun
        ? 'An earlier run brought it, and nobody new joins it.'
        : `${destination.name} has a group of this name, and nobody joins it.`;
    case 'left-behind':
      return 'A group of administrators never comes along. Its members do; add them by hand.';
    default:
      return `Gives no access on ${source.name}, so there is nothing to bring.`;
  }
}

const ROLES = { agent: labels.agentRole, customer: labels.customerRole, none: null } as const;

/** A role and administration, in words. */
function accessText(role: GroupForecast['gives'], admin: boolean): string {
  const parts = [ROLES[role], admin ? 'administration' : null].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' and ') : 'Nothing';
}

/** What the group gives, or waits to give. */
export function groupAccessText(group: GroupForecast): string {
  switch (group.outcome) {
    case 'review':
      return `Asks for: ${accessText(group.asksFor, group.asksForAdmin)}`;
    case 'joined':
    case 'unchanged':
      return `Gives at once: ${accessText(group.gives, group.givesAdmin)}`;
    default:
      return 'None';
  }
}

function columnsOf(plan: CopyPlan): readonly Column<GroupForecast>[] {
  return [
    {
      id: 'name',
      heading: 'Group',
      isRowHeader: true,
      width: '26%',
      cell: ({ name }) => <span className={styles['there']}>{name}</span>,
    },
    {
      id: 'outcome',
      heading: 'What happens',
      width: '38%',
      cell: (group) => (
        <span className={styles['outcome']}>
          <Lozenge tone={OUTCOMES[group.outcome].tone}>{groupOutcomeLabel(group)}</Lozenge>
          <span className={styles['next']}>{explain(group, plan)}</span>
        </span>
      ),
    },
    {
      id: 'access',
      heading: 'Access',
      cell: groupAccessText,
    },
    {
      id: 'members',
      heading: 'Members joining',
      align: 'end',
      width: '9rem',
      cell: ({ members }) => count(members),
    },
  ];
}

type ForecastGroupsProps = Pick<Forecast, 'groups'> & { readonly plan: CopyPlan };

/** Every group of the people who are copied (domain.md 5.1). */
export function ForecastGroups({ groups, plan }: ForecastGroupsProps) {
  return (
    <ForecastNamedList
      caption="Groups and what the run would do"
      rows={groups}
      columns={columnsOf(plan)}
      noun={GROUPS}
      nothing={{
        title: 'No groups',
        description: `Nobody who is ${wordsOf(plan).done} is in a group of ${plan.source.name}.`,
      }}
    />
  );
}
