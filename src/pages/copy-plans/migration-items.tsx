/* *This migration includes*: each item with its status (domain.md 7.3), and how many people it is (S4). */
import type { CopyPlan } from '#src/contract/wire.ts';
import { count } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { MigrationStatus } from '#src/ui/migration-status.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { kindsOf, type PeopleKind } from './people-kinds.ts';
import type { FlowRow } from './flow-layout.ts';
import { scopeLabel, userScopeLabel } from './plan-words.ts';

type Status = CopyPlan['word'] | 'waiting';

type Item = {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly people: number | null;
  readonly status: Status;
};

const columns: readonly Column<Item>[] = [
  { id: 'name', heading: 'Item', isRowHeader: true, width: '28%', cell: ({ name }) => name },
  { id: 'what', heading: 'Choice', cell: ({ what }) => what },
  {
    id: 'people',
    heading: 'People',
    align: 'end',
    width: '7rem',
    cell: ({ people }) => (people === null ? '' : count(people)),
  },
  {
    id: 'status',
    heading: labels.status,
    width: '9rem',
    cell: ({ status }) =>
      status === 'waiting' ? <Lozenge>WAITING</Lozenge> : <MigrationStatus word={status} />,
  },
];

type MigrationItemsProps = {
  readonly plan: CopyPlan;
  /** Undefined until the people are counted. */
  readonly flow: readonly FlowRow[] | undefined;
};

/** Users, customers and each service project. */
export function MigrationItems({ plan, flow }: MigrationItemsProps) {
  const items = flow && [
    ...kindsOf(flow).map((kind) => peopleItem(plan, kind)),
    ...plan.projects.map(({ id, name, key }, index) => ({
      id,
      name: `${name} (${key})`,
      what: 'Service project with its requests',
      people: null,
      status: projectStatus(plan, index),
    })),
  ];
  return (
    <RecordTable
      caption={labels.thisMigrationIncludes}
      query={{ data: items && { items }, error: null, refetch: () => undefined }}
      columns={columns}
      rowKey={({ id }) => id}
      skeletonRows={3}
      empty={null}
    />
  );
}

function peopleItem(plan: CopyPlan, { id, label, total, missing }: PeopleKind): Item {
  const choices = {
    licensed: userScopeLabel(plan.users),
    customer: scopeLabel(plan.customers, plan.flow),
    former: 'Named in the requests',
  };
  const name = id === 'licensed' ? labels.usersAndGroups : label;
  return { id, name, what: choices[id], people: total, status: peopleStatus(plan, total, missing) };
}

function peopleStatus(plan: CopyPlan, total: number, missing: number): Status {
  if (plan.state === 'running') return phaseStatus(phaseOf(plan, 'customers')?.state);
  if (plan.state === 'saved') return 'saved';
  if (missing === 0) return 'finished';
  return missing < total ? 'incomplete' : plan.word;
}

/** Projects run in the order of the plan, so the last ones are those that are missing. */
function projectStatus(plan: CopyPlan, index: number): Status {
  if (plan.state === 'saved') return 'saved';
  const phase = phaseOf(plan, 'projects');
  const done = phase?.done ?? 0;
  if (index < done) return 'finished';
  if (plan.state !== 'running') return plan.word;
  return index === done ? phaseStatus(phase?.state) : 'waiting';
}

function phaseOf({ phases }: CopyPlan, id: CopyPlan['phases'][number]['id']) {
  return phases.find((phase) => phase.id === id);
}

function phaseStatus(state: CopyPlan['phases'][number]['state'] | undefined): Status {
  if (state === 'done' || state === undefined) return 'finished';
  return state === 'under-way' ? 'running' : 'waiting';
}
