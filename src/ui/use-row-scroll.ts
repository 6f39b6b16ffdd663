/*
 * The scroller of a table of all rows: which rows are drawn, and moved by how much. Moving within
 * the drawn rows sets one style and draws nothing anew.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  aboveToShow,
  lastAbove,
  restAt,
  type RowPosition,
  rowsInSight,
  type RowSizes,
  type RowSpan,
  scrolledTo,
} from './row-scroll.ts';

/** Drawn beyond the rows in sight, on either side. */
const SPARE_ROWS = 12;
/** Without a move for so long, the table rests. */
const REST_MS = 120;
/** In screens per move: faster, and rows are flown over and not asked for. */
const FLIGHT = 3;
const ROW_REM = 3.5;
const UNSEEN: View = { rowHeight: 16 * ROW_REM, viewHeight: 600, headHeight: 32 };

type View = Omit<RowSizes, 'rows'> & { readonly headHeight: number };

export type RowScroll = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly head: RefObject<HTMLTableSectionElement | null>;
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly sizes: RowSizes & View;
  readonly drawn: RowSpan;
  /** Rows in sight when the table last rested. */
  readonly seen: RowSpan;
  readonly isFlying: boolean;
  readonly onScroll: () => void;
  /** Moves as little as shows the row; `top` puts it under the heading. */
  readonly reveal: (row: number, where?: 'near' | 'top') => void;
  readonly isInSight: (row: number) => boolean;
};

/** `onRest` hears the topmost row (from 0) whenever the table has come to rest. */
export function useRowScroll(rows: number, onRest: (row: number) => void): RowScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const position = useRef<RowPosition>({ top: 0, above: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [view, setView] = useState(UNSEEN);
  const sizes = { rows, ...view };
  const [asked, setDrawn] = useState<RowSpan>(() => around(rowsInSight(0, sizes), rows));
  const [seen, setSeen] = useState<RowSpan>(() => rowsInSight(0, sizes));
  const [isFlying, setFlying] = useState(false);
  const drawn = { first: Math.min(asked.first, rows), end: Math.min(asked.end, rows) };

  function shift(): void {
    const style = body.current?.style;
    const offset = drawn.first * sizes.rowHeight - position.current.above;
    if (style) style.transform = `translateY(${offset}px)`;
  }

  function go(next: RowPosition, isFast = false): void {
    position.current = next;
    const element = scroller.current;
    if (element && Math.abs(element.scrollTop - next.top) >= 1) element.scrollTop = next.top;
    const inSight = rowsInSight(next.above, sizes);
    const isDrawn = inSight.first >= drawn.first && inSight.end <= drawn.end;
    if (isDrawn) shift();
    else setDrawn(around(inSight, rows));
    if (isFast) setFlying(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => rest.current(), REST_MS);
  }

  const rest = useRef(() => undefined as void);
  useEffect(() => {
    rest.current = () => {
      // The bar goes back to where its scale has the rows, which moves nothing in sight.
      const { above } = position.current;
      position.current = restAt(above, sizes);
      if (scroller.current) scroller.current.scrollTop = position.current.top;
      const inSight = rowsInSight(above, sizes);
      setFlying(false);
      setSeen(inSight);
      onRest(inSight.first);
    };
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  useLayoutEffect(() => {
    function measure() {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const headHeight = head.current?.offsetHeight ?? 0;
      const viewHeight = (scroller.current?.clientHeight ?? 0) - headHeight;
      const rowHeight = ROW_REM * rem;
      setView(viewHeight > 0 ? { rowHeight, viewHeight, headHeight } : { ...UNSEEN, rowHeight });
    }
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);

  // Other sizes, fewer rows: the same place as far as there is one.
  const { rowHeight, viewHeight } = sizes;
  const before = useRef(rowHeight);
  useLayoutEffect(() => {
    const { above } = position.current;
    const scaled = (above / before.current) * rowHeight;
    before.current = rowHeight;
    go(restAt(Math.min(scaled, lastAbove(sizes)), sizes));
    // oxlint-disable-next-line react/exhaustive-deps -- `go` is a new function on every drawing
  }, [rows, rowHeight, viewHeight]);

  useLayoutEffect(shift);

  return {
    scroller,
    head,
    body,
    sizes,
    drawn,
    seen,
    isFlying,
    onScroll() {
      const top = scroller.current?.scrollTop ?? 0;
      const from = position.current;
      // The echo of a move of our own.
      if (Math.abs(top - from.top) < 1) return;
      const next = scrolledTo(from, top, sizes);
      const isFast = Math.abs(next.above - from.above) > FLIGHT * viewHeight;
      // In the same frame as the move, or the table would be empty for one.
      flushSync(() => go(next, isFast));
    },
    reveal(row, where = 'near') {
      const { above } = position.current;
      const wanted = where === 'top' ? row * rowHeight : aboveToShow(row, above, sizes);
      go(restAt(wanted, sizes));
    },
    isInSight(row) {
      const inSight = rowsInSight(position.current.above, sizes);
      return row >= inSight.first && row < inSight.end;
    },
  };
}

function around({ first, end }: RowSpan, rows: number): RowSpan {
  return { first: Math.max(0, first - SPARE_ROWS), end: Math.min(rows, end + SPARE_ROWS) };
}
