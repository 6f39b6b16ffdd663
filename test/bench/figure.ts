/* A measured figure and its line of output. */

export type Figure = {
  readonly figure: string;
  readonly unit: 'kB' | 'ms' | '×';
  readonly values: readonly number[];
  /** The most that the median may be; null where nothing is asked. */
  readonly goal: number | null;
  /** The same figure of the empty page; null where it has none. */
  readonly floor: readonly number[] | null;
};

/** One line of JSON. `ratio` is the median beside the floor's median. */
export function lineOf({ figure, unit, values, goal, floor }: Figure): string {
  const middle = median(values);
  const floorMiddle = floor && median(floor);
  return JSON.stringify({
    figure,
    unit,
    median: rounded(middle),
    min: rounded(Math.min(...values)),
    max: rounded(Math.max(...values)),
    runs: values.length,
    goal,
    floor: floorMiddle && rounded(floorMiddle),
    ratio: floorMiddle ? Math.round((middle / floorMiddle) * 100) / 100 : null,
    met: goal === null ? null : middle <= goal,
  });
}

/** The middle value, or the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  const lower = sorted[sorted.length % 2 === 0 ? half - 1 : half];
  if (upper === undefined || lower === undefined) throw new Error('There is nothing measured.');
  return (lower + upper) / 2;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
