/*
 * Where everything stands in the picture of a copy's flow. Widths go by number; every node has a
 * slot at least as high as its label, so labels never overlap. All lengths are units of the view box.
 */
import type { Forecast } from '#src/contract/wire.ts';
import { OUTCOME_ACTIONS } from './outcome-words.ts';

export type FlowRow = Forecast['flow'][number];
type Source = FlowRow['sourceHolding'];
type Action = FlowRow['action'];

export type FlowNode<Id extends string> = {
  readonly id: Id;
  readonly count: number;
  readonly y: number;
  readonly height: number;
  /** The middle of its slot, where its label stands. */
  readonly middle: number;
};

type FlowRibbon = {
  readonly source: Source;
  readonly action: Action;
  readonly count: number;
  readonly path: string;
};

export type FlowLayout = {
  readonly height: number;
  readonly sources: readonly FlowNode<Source>[];
  readonly actions: readonly FlowNode<Action>[];
  readonly ribbons: readonly FlowRibbon[];
};

/** Columns of the picture, left to right. */
export const FLOW = { width: 900, sourceX: 236, actionX: 624, bar: 12, labelGap: 10 } as const;

/** Two lines of a label. */
const SLOT = 44;
const GAP = 10;
/** The headings of the columns, and air below them. */
const HEADING = 32;
/** How high all customers together are, and how thin one may become and still be seen. */
const ALL = 240;
const THINNEST = 1.5;

const SOURCES: readonly Source[] = [
  'portal-only',
  'atlassian',
  'both',
  'deleted',
  'nobody',
  'licensed',
  'customer',
  'former',
];
/** Former users stand low on both sides, so that their way crosses no other. */
const ACTIONS: readonly Action[] = [
  ...OUTCOME_ACTIONS.filter((action) => action !== 'former-user'),
  'former-user',
];

type Band = {
  readonly source: Source;
  readonly action: Action;
  readonly count: number;
  readonly thickness: number;
};

/** Rows in the order of the picture, from top to bottom. */
export function inPictureOrder(flow: readonly FlowRow[]): readonly FlowRow[] {
  return SOURCES.flatMap((source) =>
    ACTIONS.flatMap((action) =>
      flow.filter((row) => row.sourceHolding === source && row.action === action),
    ),
  );
}

/** Lays out a flow of at least one customer. */
export function layOutFlow(flow: readonly FlowRow[]): FlowLayout {
  const bands = bandsOf(flow);
  const sources = column(SOURCES, bands, ({ source }) => source);
  const actions = column(ACTIONS, bands, ({ action }) => action);
  const tallest = Math.max(sources.height, actions.height);
  const left = nodes(sources.slots, HEADING + (tallest - sources.height) / 2);
  const right = nodes(actions.slots, HEADING + (tallest - actions.height) / 2);
  const leaving = new Map(left.map(({ id, y }) => [id, y]));
  const reaching = new Map(right.map(({ id, y }) => [id, y]));
  const ribbons = bands.map((band) => {
    const from = leaving.get(band.source) ?? 0;
    const to = reaching.get(band.action) ?? 0;
    leaving.set(band.source, from + band.thickness);
    reaching.set(band.action, to + band.thickness);
    const { source, action, count } = band;
    return { source, action, count, path: ribbon(from, to, band.thickness) };
  });
  return { height: HEADING + tallest, sources: left, actions: right, ribbons };
}

/** What ends with different account types takes one way in the picture; the table tells them apart. */
function bandsOf(flow: readonly FlowRow[]): Band[] {
  const all = flow.reduce((sum, { count }) => sum + count, 0);
  return SOURCES.flatMap((source) =>
    ACTIONS.flatMap((action) => {
      const count = flow
        .filter((row) => row.sourceHolding === source && row.action === action)
        .reduce((sum, row) => sum + row.count, 0);
      if (count === 0) return [];
      return [{ source, action, count, thickness: Math.max(THINNEST, (count / all) * ALL) }];
    }),
  );
}

type Slot<Id> = { readonly id: Id; readonly count: number; readonly height: number };

function column<Id extends string>(
  ids: readonly Id[],
  bands: readonly Band[],
  idOf: (band: Band) => string,
): { readonly slots: readonly Slot<Id>[]; readonly height: number } {
  const slots = ids.flatMap((id) => {
    const own = bands.filter((band) => idOf(band) === id);
    if (own.length === 0) return [];
    const count = own.reduce((sum, band) => sum + band.count, 0);
    const height = own.reduce((sum, { thickness }) => sum + thickness, 0);
    return [{ id, count, height }];
  });
  const filled = slots.reduce((sum, { height }) => sum + Math.max(SLOT, height), 0);
  return { slots, height: filled + GAP * Math.max(0, slots.length - 1) };
}

function nodes<Id extends string>(slots: readonly Slot<Id>[], top: number): FlowNode<Id>[] {
  let y = top;
  return slots.map(({ id, count, height }) => {
    const slot = Math.max(SLOT, height);
    const middle = y + slot / 2;
    y += slot + GAP;
    return { id, count, y: middle - height / 2, height, middle };
  });
}

function ribbon(from: number, to: number, thickness: number): string {
  const start = FLOW.sourceX + FLOW.bar;
  const end = FLOW.actionX;
  const half = (start + end) / 2;
  const [a, b, c, d] = [from, to, to + thickness, from + thickness].map((y) => y.toFixed(1));
  return `M${start} ${a}C${half} ${a} ${half} ${b} ${end} ${b}V${c}C${half} ${c} ${half} ${d} ${start} ${d}Z`;
}
