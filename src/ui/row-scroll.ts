/*
 * Which rows of a very long table stand in sight, and where its scroll bar is then. A browser draws
 * no element of 56 million pixels, so beyond `TALLEST` the bar is shorter than the rows: its ends
 * are true to scale, so that nothing jumps there, and its middle is stretched.
 */

export type RowSizes = {
  readonly rows: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Pixels in which rows can be seen. */
  readonly viewHeight: number;
};

export type RowPosition = {
  /** Pixels by which the scroller is scrolled. */
  readonly top: number;
  /** Pixels of rows above the first pixel in sight, as if there were no limit. */
  readonly above: number;
};

/** From `first` on, without `end`. */
export type RowSpan = { readonly first: number; readonly end: number };

/** Browsers end between 17 and 33 million; half of that leaves their arithmetic room. */
export const TALLEST = 8_000_000;
/** True to scale at either end of the bar. */
const TRUE_END = 500_000;
/** In screens: longer moves of the bar are drags, which go by the bar's scale. */
const LONGEST_STEP = 2;

/** Height of all rows as the scroller knows it. */
export function scrolledHeight({ rows, rowHeight }: RowSizes): number {
  return Math.min(rows * rowHeight, TALLEST);
}

export function lastTop(sizes: RowSizes): number {
  return Math.max(0, scrolledHeight(sizes) - sizes.viewHeight);
}

export function lastAbove({ rows, rowHeight, viewHeight }: RowSizes): number {
  return Math.max(0, rows * rowHeight - viewHeight);
}

/** What the bar's scale says of a place on it; the inverse of `topOf`. */
export function aboveOf(top: number, sizes: RowSizes): number {
  const { end, top: most, above, slope } = scaleOf(sizes);
  const inside = clamp(top, most);
  if (inside <= end) return inside;
  if (inside >= most - end) return above - (most - inside);
  return end + (inside - end) * slope;
}

/** Where the bar belongs when so much is above. */
export function topOf(wanted: number, sizes: RowSizes): number {
  const { end, top, above: most, slope } = scaleOf(sizes);
  const above = clamp(wanted, most);
  if (above <= end) return above;
  if (above >= most - end) return top - (most - above);
  return end + (above - end) / slope;
}

function scaleOf(sizes: RowSizes) {
  const top = lastTop(sizes);
  const above = lastAbove(sizes);
  const end = Math.min(TRUE_END, top / 4);
  const slope = top > 2 * end ? (above - 2 * end) / (top - 2 * end) : 1;
  return { top, above, end, slope };
}

/** The place with so much above, and the bar where it belongs. */
export function restAt(above: number, sizes: RowSizes): RowPosition {
  const inside = clamp(above, lastAbove(sizes));
  return { top: topOf(inside, sizes), above: inside };
}

/**
 * Where a move of the scroller leads. A step of the wheel or of a key moves the rows by as many
 * pixels as the scroller; a drag of the bar goes to where its scale points.
 */
export function scrolledTo(from: RowPosition, top: number, sizes: RowSizes): RowPosition {
  const step = top - from.top;
  const isDrag = Math.abs(step) > LONGEST_STEP * sizes.viewHeight;
  if (isDrag) return { top, above: aboveOf(top, sizes) };
  const moved = { top, above: clamp(from.above + step, lastAbove(sizes)) };
  // At an end of the bar with rows left: the bar makes room for them.
  const isStuck =
    (top <= 0 && moved.above > 0) || (top >= lastTop(sizes) && moved.above < lastAbove(sizes));
  return isStuck ? restAt(moved.above, sizes) : moved;
}

/** Rows of which at least a part is in sight. */
export function rowsInSight(above: number, { rows, rowHeight, viewHeight }: RowSizes): RowSpan {
  const first = Math.min(Math.floor(above / rowHeight), Math.max(0, rows - 1));
  return { first, end: Math.min(rows, Math.ceil((above + viewHeight) / rowHeight)) };
}

/** The nearest place at which a row is wholly in sight. */
export function aboveToShow(row: number, above: number, sizes: RowSizes): number {
  const { rowHeight, viewHeight } = sizes;
  const start = row * rowHeight;
  const nearest = Math.max(Math.min(above, start), start + rowHeight - viewHeight);
  return clamp(viewHeight < rowHeight ? start : nearest, lastAbove(sizes));
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), most);
}
