import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aboveOf,
  aboveToShow,
  lastAbove,
  lastTop,
  restAt,
  rowsInSight,
  type RowSizes,
  scrolledHeight,
  scrolledTo,
  TALLEST,
  topOf,
} from '#src/ui/row-scroll.ts';

const anySizes: fc.Arbitrary<RowSizes> = fc.record({
  rows: fc.oneof(
    fc.integer({ min: 1, max: 3_000 }),
    fc.integer({ min: 100_000, max: 200_000 }),
    fc.integer({ min: 500_000, max: 5_000_000 }),
  ),
  rowHeight: fc.integer({ min: 24, max: 96 }),
  viewHeight: fc.integer({ min: 100, max: 2_000 }),
});
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });
/** A millionth of a pixel: what doubles lose on the way there and back. */
const PRECISION = 6;

test('no scroller is higher than browsers can draw', () => {
  fc.assert(
    fc.property(anySizes, (sizes) => {
      expect(scrolledHeight(sizes)).toBeLessThanOrEqual(TALLEST);
    }),
  );
});

test('below the limit the bar and the rows move alike', () => {
  const sizes = { rows: 1_000, rowHeight: 56, viewHeight: 600 };
  fc.assert(
    fc.property(anyShare, (share) => {
      const top = share * lastTop(sizes);
      expect(aboveOf(top, sizes)).toBeCloseTo(top, PRECISION);
    }),
  );
});

test('every row has a place of the bar at which it is wholly in sight', () => {
  fc.assert(
    fc.property(anySizes, anyShare, (sizes, share) => {
      const row = Math.min(sizes.rows - 1, Math.floor(share * sizes.rows));
      const { top, above } = restAt(aboveToShow(row, 0, sizes), sizes);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(lastTop(sizes));
      expect(row * sizes.rowHeight).toBeGreaterThanOrEqual(above);
      expect((row + 1) * sizes.rowHeight).toBeLessThanOrEqual(above + sizes.viewHeight);
      const seen = rowsInSight(above, sizes);
      expect(row >= seen.first && row < seen.end).toBe(true);
      // A reload that knows the bar alone would lead to the same row, or the one beside it.
      const again = rowsInSight(aboveOf(top, sizes), sizes);
      expect(row >= again.first - 1 && row <= again.end).toBe(true);
    }),
  );
});

test('the ends of the bar are the ends of the rows', () => {
  fc.assert(
    fc.property(anySizes, (sizes) => {
      expect(aboveOf(0, sizes)).toBe(0);
      expect(aboveOf(lastTop(sizes), sizes)).toBeCloseTo(lastAbove(sizes), PRECISION);
      expect(rowsInSight(lastAbove(sizes), sizes).end).toBe(sizes.rows);
    }),
  );
});

test('further down the bar is further down the rows, and back leads to the same place', () => {
  fc.assert(
    fc.property(anySizes, anyShare, anyShare, (sizes, one, other) => {
      const [upper, lower] = [one, other].toSorted((a, b) => a - b) as [number, number];
      const most = lastTop(sizes);
      expect(aboveOf(lower * most, sizes)).toBeGreaterThanOrEqual(aboveOf(upper * most, sizes));
      const above = one * lastAbove(sizes);
      expect(aboveOf(topOf(above, sizes), sizes)).toBeCloseTo(above, 3);
    }),
  );
});

test('a step of the wheel moves the rows by its own pixels, wherever the bar stands', () => {
  fc.assert(
    fc.property(anySizes, anyShare, fc.integer({ min: -200, max: 200 }), (sizes, share, step) => {
      const from = restAt(share * lastAbove(sizes), sizes);
      const top = Math.min(Math.max(0, from.top + step), lastTop(sizes));
      const to = scrolledTo(from, top, sizes);
      const moved = Math.min(Math.max(0, from.above + top - from.top), lastAbove(sizes));
      expect(to.above).toBeCloseTo(moved, 3);
    }),
  );
});

test('steps alone lead to either end from anywhere near it', () => {
  fc.assert(
    fc.property(anySizes, fc.boolean(), (sizes, isDown) => {
      const end = isDown ? lastAbove(sizes) : 0;
      let place = restAt(isDown ? end - 20_000 : 20_000, sizes);
      for (let steps = 0; steps < 400; steps++) {
        const top = place.top + (isDown ? 100 : -100);
        place = scrolledTo(place, Math.min(Math.max(0, top), lastTop(sizes)), sizes);
      }
      expect(place.above).toBeCloseTo(end, 3);
    }),
    { numRuns: 50 },
  );
});

test('a drag of the bar goes to where the bar points', () => {
  const sizes = { rows: 1_000_000, rowHeight: 56, viewHeight: 600 };
  fc.assert(
    fc.property(anyShare, anyShare, (one, other) => {
      const from = restAt(one * lastAbove(sizes), sizes);
      const top = other * lastTop(sizes);
      fc.pre(Math.abs(top - from.top) > 2 * sizes.viewHeight);
      expect(scrolledTo(from, top, sizes)).toEqual({ top, above: aboveOf(top, sizes) });
    }),
  );
});
