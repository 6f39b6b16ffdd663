/* The flow of a copy from source to destination by outcome: a picture, and the same numbers as a table. */
import type { CopyPlan } from '#src/contract/wire.ts';
import { accountTypeLabel } from '#src/ui/account-type.ts';
import { classNames } from '#src/ui/class-names.ts';
import { count, countOf } from '#src/ui/count.ts';
import { Hint } from '#src/ui/layout.tsx';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import {
  FLOW,
  inPictureOrder,
  layOutFlow,
  type FlowLayout,
  type FlowNode,
  type FlowRow,
} from './flow-layout.ts';
import styles from './flow-picture.module.css';
import { requiresAttention, outcomeLabel } from './outcome-words.ts';
import { isMigration, wordsOf } from './flow-words.ts';

type FlowPictureProps = {
  readonly plan: CopyPlan;
  readonly flow: readonly FlowRow[];
};

/** What customers have on the source, on the left; what happens to them, on the right. */
export function FlowPicture({ plan, flow }: FlowPictureProps) {
  if (flow.length === 0) return null;
  const { source, destination } = plan;
  const words = wordsOf(plan);
  const all = flow.reduce((sum, row) => sum + row.count, 0);
  return (
    <figure className={styles['flow']}>
      <figcaption className={styles['caption']}>
        {`How ${words.people.other} move, by what they ${isMigration(plan) ? 'are on the server' : 'have on the source'} and what happens to them`}
        <SimulatorMark />
      </figcaption>
      <Picture
        plan={plan}
        layout={layOutFlow(flow)}
        headings={[`On ${source.name}`, `On ${destination.name}`]}
        label={`Flow of ${countOf(all, words.people)} from ${source.name} to ${destination.name} by outcome. The table below has the same numbers.`}
      />
      <div className={styles['narrow']}>
        <Hint>The picture of the flow needs a wider window. The table has its numbers.</Hint>
      </div>
      <details className={styles['numbers']}>
        <summary>The flow as a table</summary>
        <RecordTable
          caption={`${words.People} from ${source.name} to ${destination.name} by outcome`}
          query={{ data: { items: inPictureOrder(flow) }, error: null, refetch: () => undefined }}
          columns={columnsOf(plan)}
          rowKey={(row) => `${row.sourceHolding} ${row.action} ${row.afterHolding}`}
          empty={null}
        />
      </details>
    </figure>
  );
}

const columnsOf = (plan: CopyPlan): readonly Column<FlowRow>[] => [
  {
    id: 'source',
    heading: isMigration(plan) ? 'On the server' : 'On source',
    isRowHeader: true,
    cell: ({ sourceHolding }) => accountTypeLabel(sourceHolding),
  },
  { id: 'action', heading: 'What happens', cell: ({ action }) => outcomeLabel(action, plan) },
  {
    id: 'after',
    heading: wordsOf(plan).afterwards,
    cell: ({ afterHolding }) => accountTypeLabel(afterHolding),
  },
  {
    id: 'count',
    heading: wordsOf(plan).People,
    align: 'end',
    cell: (row) => count(row.count),
  },
];

type PictureProps = {
  readonly plan: CopyPlan;
  readonly layout: FlowLayout;
  readonly headings: readonly [string, string];
  readonly label: string;
};

function Picture({ plan, layout, headings, label }: PictureProps) {
  const { people } = wordsOf(plan);
  const { height, sources, actions, ribbons } = layout;
  return (
    <svg
      className={styles['picture']}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${FLOW.width} ${Math.ceil(height)}`}
    >
      <text className={styles['heading']} textAnchor="end" x={FLOW.sourceX + FLOW.bar} y={14}>
        {headings[0]}
      </text>
      <text className={styles['heading']} x={FLOW.actionX} y={14}>
        {headings[1]}
      </text>
      {ribbons.map((ribbon) => (
        <path
          key={`${ribbon.source} ${ribbon.action}`}
          className={classNames(styles['ribbon'], styles[ribbon.source])}
          d={ribbon.path}
        >
          <title>
            {`${accountTypeLabel(ribbon.source)}, ${outcomeLabel(ribbon.action, plan)}: ${countOf(ribbon.count, people)}`}
          </title>
        </path>
      ))}
      {sources.map((node) => (
        <g key={node.id}>
          <Bar node={node} x={FLOW.sourceX} className={styles[node.id]} />
          <Label
            x={FLOW.sourceX - FLOW.labelGap}
            node={node}
            isBefore
            noun={people}
            words={accountTypeLabel(node.id)}
          />
        </g>
      ))}
      {actions.map((node) => (
        <g key={node.id}>
          <Bar
            node={node}
            x={FLOW.actionX}
            className={requiresAttention(node.id) ? styles['attention'] : undefined}
          />
          <Label
            x={FLOW.actionX + FLOW.bar + FLOW.labelGap}
            node={node}
            noun={people}
            words={outcomeLabel(node.id, plan)}
            note={requiresAttention(node.id) ? ' · requires attention' : ''}
          />
        </g>
      ))}
    </svg>
  );
}

type BarProps = {
  readonly node: FlowNode<string>;
  readonly x: number;
  readonly className: string | undefined;
};

function Bar({ node, x, className }: BarProps) {
  return (
    <rect
      className={classNames(styles['bar'], className)}
      x={x}
      y={node.y}
      width={FLOW.bar}
      height={node.height}
    />
  );
}

type LabelProps = {
  readonly node: FlowNode<string>;
  readonly x: number;
  readonly words: string;
  readonly noun: { readonly one: string; readonly other: string };
  readonly note?: string;
  readonly isBefore?: boolean;
};

/** Two lines around the middle of the node's slot. */
function Label({ node, x, words, noun, note = '', isBefore = false }: LabelProps) {
  return (
    <text className={styles['label']} textAnchor={isBefore ? 'end' : 'start'}>
      <tspan x={x} y={node.middle - 4} className={styles['words']}>
        {words}
      </tspan>
      <tspan x={x} y={node.middle + 15} className={styles['count']}>
        {`${countOf(node.count, noun)}${note}`}
      </tspan>
    </text>
  );
}
